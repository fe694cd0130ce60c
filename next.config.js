/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  skipTrailingSlashRedirect: false,
  distDir: process.env.STET_DIST_DIR ?? '.next',
  // no page asks for resized images, and an open resizer is work for strangers
  images: { unoptimized: true },
  serverExternalPackages: ['@libsql/client', 'libsql', 'sharp', 'fontkit', 'docx', 'nodemailer'],
  // types are checked by `npm test`, with the same compiler, before anything ships
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
};
