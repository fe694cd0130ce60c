'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Refused } from '@/client/refusal';

const sound: Refused = { fields: {}, whole: [] };

/** Sends what a form holds; null when it was taken, else what is wrong with it. */
export type Send<V> = (values: V) => Promise<Refused | null>;

/**
 * The state of a form: what was typed, which stays whatever happens, what is wrong with it field by field, and whether
 * it is on its way. After a refusal the first field that is wrong has the focus.
 */
export function useForm<V extends Record<string, unknown>>(initial: V, send: Send<V>) {
  const [values, setValues] = useState(initial);
  const [refused, setRefused] = useState<Refused>(sound);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => setValues((given) => ({ ...given, ...typedEarly(form.current, given) })), []);

  const set =
    <K extends keyof V & string>(name: K) =>
    (value: V[K]) => {
      setValues((before) => ({ ...before, [name]: value }));
      setRefused((before) => ({ ...before, fields: without(before.fields, name) }));
    };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const faults = await send(values).catch(unforeseen);
    setBusy(false);
    setRefused(placed(faults ?? sound, Object.keys(values)));
    // the marks of what is wrong are on the page after the next frame
    if (faults) requestAnimationFrame(() => focusFirstFault(form.current));
    return faults === null;
  };

  /** what is wrong with a field, or with a field within one: `values.2.label` */
  const error = (name: string): string | undefined => refused.fields[name];
  /** what a field of text is given: its name, what stands in it, what is wrong with it, and where typing goes */
  const field = <K extends keyof V & string>(name: K) => ({
    name,
    value: values[name],
    onChange: set(name),
    error: error(name),
  });
  return {
    values,
    set,
    field,
    setValues,
    error,
    whole: refused.whole,
    busy,
    props: { ref: form, onSubmit: submit, noValidate: true },
  };
}

/** What a person or their password manager wrote into the fields of text before the page's script was there. */
const typedEarly = <V extends Record<string, unknown>>(form: HTMLFormElement | null, given: V): Partial<V> =>
  Object.fromEntries(
    [...(form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? [])]
      .filter(({ name }) => typeof given[name] === 'string')
      .filter(({ type }) => type !== 'radio' && type !== 'checkbox')
      .map(({ name, value }) => [name, value]),
  ) as Partial<V>;

const isWithin = (field: string, name: string): boolean => field === name || field.startsWith(`${name}.`);
const without = (fields: Refused['fields'], name: string): Refused['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !isWithin(field, name)));

const unforeseen = (thrown: unknown): Refused => {
  console.error(thrown);
  return { fields: {}, whole: ['Something went wrong in this page. What you typed is still here: try again.'] };
};

/** What is wrong with a field that this form does not show is told as concerning the whole of it. */
function placed({ fields, whole }: Refused, shown: string[]): Refused {
  const isShown = ([field]: [string, string]) => shown.some((name) => isWithin(field, name));
  const entries = Object.entries(fields);
  const others = entries.filter((entry) => !isShown(entry)).map(([, message]) => message);
  return { fields: Object.fromEntries(entries.filter(isShown)), whole: [...whole, ...others] };
}

const focusFirstFault = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
