import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import { asTheme, themeCookie } from '@/components/ui/theme';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Stet', template: '%s · Stet' },
  description: 'A fact-check annotation workspace for newsrooms',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

// the two faces every page of the desk sets its first lines in; the bundler gives them the names its stylesheet uses
const firstFaces = [
  new URL('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2', import.meta.url),
  new URL('@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2', import.meta.url),
];

/** The frame of every page but the readers': language, faces and the person's choice of light or dark. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  for (const face of firstFaces) preload(face.pathname, { as: 'font', type: 'font/woff2', crossOrigin: '' });
  const theme = asTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en-GB" data-theme={theme === 'auto' ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}
