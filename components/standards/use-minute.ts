import { useEffect, useState } from 'react';

const now = (): string => new Date().toISOString();

/** The time as RFC 3339, told anew every minute, so that a deadline passes while one looks. */
export function useMinute(): string {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return at;
}
