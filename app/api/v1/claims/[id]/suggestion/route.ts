import { handle } from '@/app/api/door/handle';
import { reopenSuggestion, settleSuggestion } from '@/db/claims/suggestion';
import { contract } from '@/domain/contract';
import { map } from '@/domain/result';

export const POST = handle(contract.settleSuggestion, async ({ permit, params, expected, body }) =>
  map(await settleSuggestion(permit, params.id, expected, body.accept), (claim) => ({ body: claim })),
);

export const DELETE = handle(contract.reopenSuggestion, async ({ permit, params, expected }) =>
  map(await reopenSuggestion(permit, params.id, expected), (claim) => ({ body: claim })),
);
