'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { announce, toast } from './announcer';
import { Button } from './button';

/** Puts a text on the clipboard and says so; where the browser refuses, says that instead. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      announce('Copied.');
    } catch {
      toast({ kind: 'danger', text: 'The browser did not allow copying. Select the text and copy it by hand.' });
    }
  };
  return (
    <Button size="sm" icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={copy}>
      {copied ? 'Copied' : label}
    </Button>
  );
}
