/** Ends this browser's session and goes to the front page, which forgets whatever the pages had in memory. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) throw new Error(`Signing out answered ${answer.status}`);
  window.location.assign('/');
}
