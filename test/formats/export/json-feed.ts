import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', format: 'uri' };
const authors = {
  type: 'array',
  items: {
    type: 'object',
    properties: { name: text, url: uri, avatar: uri },
    minProperties: 1,
    additionalProperties: false,
  },
};

/** JSON Feed 1.1 as a JSON Schema: our reading of https://www.jsonfeed.org/version/1.1/, of the fields that we use. */
const schema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: uri,
    feed_url: uri,
    description: text,
    next_url: uri,
    language: text,
    authors,
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id'],
        anyOf: [{ required: ['content_text'] }, { required: ['content_html'] }],
        additionalProperties: false,
        properties: {
          id: text,
          url: uri,
          title: text,
          content_text: text,
          content_html: text,
          summary: text,
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
          language: text,
          tags: { type: 'array', items: text, uniqueItems: true },
          authors,
        },
      },
    },
  },
};

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What of a document is not JSON Feed 1.1. */
export function jsonFeedFaults(document: unknown): string[] {
  const ids = ((document as { items?: { id: string }[] }).items ?? []).map(({ id }) => id);
  validate(document);
  return [
    ...(validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`),
    ...(new Set(ids).size < ids.length ? ['two items of one id'] : []),
  ];
}
