'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { streamOf } from '@/client/stream/browser';
import type { Stream, StreamState } from '@/client/stream/stream';

const never = () => () => {};
const atFirst: StreamState = { link: 'connecting', presence: new Map() };
const begun = () => atFirst;

/** The event stream of the person who is signed in, and how it stands. Null until the browser has taken over. */
export function useStream(person: string): { stream: Stream | null; state: StreamState } {
  const [stream, setStream] = useState<Stream | null>(null);
  useEffect(() => setStream(streamOf(person)), [person]);
  const state = useSyncExternalStore(stream?.subscribe ?? never, stream?.state ?? begun, begun);
  return { stream, state };
}
