import { problemResponse } from '@/app/api/door/problem';
import { refuse } from '@/domain/result';

/** Every address of the API that no other route answers. */
const nothing = (): Response => {
  const result = refuse(
    'missing',
    'not-found',
    'There is nothing at this address. GET /api/v1/openapi.json lists what there is.',
  );
  return problemResponse(result.ok ? { kind: 'missing', problems: [] } : result.refusal);
};

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
