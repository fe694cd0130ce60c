'use client';

import { autoUpdate, computePosition, flip, offset, shift } from '@floating-ui/dom';
import type { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef } from 'react';

/** The end of the selection that its drawing ended at, as something to float beside. */
function headOf({ view }: Editor) {
  return {
    contextElement: view.dom,
    getBoundingClientRect() {
      const { head, anchor } = view.state.selection;
      const { left, right, top, bottom } = view.coordsAtPos(head, head < anchor ? 1 : -1);
      return new DOMRect(left, top, right - left, bottom - top);
    },
  };
}

type Props = {
  editor: Editor;
  /** the key that does the same, shown beside the word; null where single keys are switched off */
  claimKey: string | null;
  onCreate: () => void;
  onMove?: () => void;
  onComment?: () => void;
  /** the focus went from the bubble to something that is not the article */
  onLeave: () => void;
};

const isOurs = ({ view }: Editor, target: EventTarget | null): boolean =>
  target instanceof Element && (target === view.dom || isInBubble(target));

export const isInBubble = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.claim-bubble') !== null;

/** The small bubble beside a selection. It never takes the focus by itself; Tab from the article reaches it. */
export function ClaimBubble({ editor, claimKey, onCreate, onMove, onComment, onLeave }: Props) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    if (!element) return;
    const head = headOf(editor);
    const { selection } = editor.state;
    const placement = selection.head < selection.anchor ? 'top' : 'bottom';
    return autoUpdate(head, element, async () => {
      const place = await computePosition(head, element, {
        placement,
        middleware: [offset(8), flip(), shift({ padding: 8 })],
      });
      Object.assign(element.style, { left: `${place.x}px`, top: `${place.y}px` });
    });
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the press is prevented so that the article keeps focus and selection
    <div
      ref={bubble}
      className="claim-bubble"
      onMouseDown={(event) => event.preventDefault()}
      onBlur={(event) => {
        if (!isOurs(editor, event.relatedTarget)) onLeave();
      }}
    >
      <button type="button" onClick={onCreate} aria-keyshortcuts={claimKey ?? undefined}>
        Claim {claimKey ? <span aria-hidden="true">{claimKey}</span> : null}
      </button>
      {onComment ? (
        <button type="button" onClick={onComment} aria-keyshortcuts={claimKey ? 'T' : undefined}>
          Comment {claimKey ? <span aria-hidden="true">T</span> : null}
        </button>
      ) : null}
      {onMove ? (
        <button type="button" onClick={onMove} aria-keyshortcuts={claimKey ? `Shift+${claimKey}` : undefined}>
          Move claim here {claimKey ? <span aria-hidden="true">⇧{claimKey}</span> : null}
        </button>
      ) : null}
    </div>
  );
}
