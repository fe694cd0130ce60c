import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawingOf, drawOf, noPolicy } from '@/domain/second-verdict';
import { trials } from '../trials';

const claims = fc.array(fc.uuid(), { minLength: 400, maxLength: 400 });

it('draws the same claims whenever it is asked, and about as many as the share says', () => {
  fc.assert(
    fc.property(fc.uuid(), claims, fc.integer({ min: 0, max: 100 }), (articleId, ids, share) => {
      const drawn = ids.filter((id) => drawingOf({ ...noPolicy, share }, { id, articleId, verdict: null }) === 'share');
      expect(drawn.every((id) => drawOf(articleId, id) < share)).toBe(true);
      expect(Math.abs(drawn.length / ids.length - share / 100)).toBeLessThan(0.15);
    }),
    { numRuns: trials(100) },
  );
});

it('asks for chosen verdicts whatever the draw, and for nothing without a policy', () => {
  const claim = { id: 'c', articleId: 'a', verdict: 'false' };
  expect(drawingOf({ ...noPolicy, verdicts: ['false'] }, claim)).toBe('verdict');
  expect(drawingOf(noPolicy, claim)).toBeNull();
});
