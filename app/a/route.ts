/** Nothing is listed under `/a` itself: the front page lists what is published. */
export const GET = (): Response => new Response(null, { status: 308, headers: { Location: '/' } });
