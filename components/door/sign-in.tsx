'use client';
import { SignInForm } from './sign-in-form';

/** Signs in and goes on to where one was going. A whole new page, so that nothing of before stays in memory. */
export const SignIn = ({ to }: { to: string }) => <SignInForm onSignedIn={() => window.location.assign(to)} />;
