import { type KeyboardEvent, useRef } from 'react';

type Keys = { submit: () => void; close: () => void; leave: () => void };

/**
 * By what means something is done in the workspace: `byKey` after a key, so that the focus may go along. The keys that
 * text editors keep to themselves are taken before they get them: in the article Escape closes the claim, in a
 * rationale it leads back to the article, and Mod+Enter submits in both.
 */
export function useMeans({ submit, close, leave }: Keys) {
  const byKey = useRef(false);
  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    byKey.current = true;
    const editor = (event.target as Element).closest('[contenteditable="true"]');
    const submits = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!editor || (!submits && event.key !== 'Escape')) return;
    if (submits && editor.closest('[data-own-submit]')) return; // not the claim that is open
    event.preventDefault();
    event.stopPropagation();
    if (submits) submit();
    else if (editor.matches('.article-text')) close();
    else leave();
  };
  const onPointerDownCapture = () => {
    byKey.current = false;
  };
  return { byKey, onKeyDownCapture, onPointerDownCapture };
}
