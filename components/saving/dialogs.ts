// What saving may have to ask, in one script that comes once the browser is idle.
export { Decisions } from './decisions';
export { SignInAgain } from './sign-in-again';
