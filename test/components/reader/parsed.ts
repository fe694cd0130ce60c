import { JSDOM } from 'jsdom';

const { DOMParser } = new JSDOM().window;

/** A page as a browser reads it, scripts off. One window parses all of them: each of its own would cost as much again. */
export const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
