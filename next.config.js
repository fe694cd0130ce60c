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
  experimental: {
    // few large scripts: in the thirty or so that Turbopack makes by itself, the workspace's JavaScript takes an eighth more
    // once compressed (client/README.md)
    turbopackChunking: {
      firstPageLoadPriority: 1,
      requestCost: 10_000_000,
      minChunkSize: 2_000_000,
      maxMergeChunkSize: 10_000_000,
    },
  },
};
