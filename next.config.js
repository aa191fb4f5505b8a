/** Next.js renders pages and nothing else: compression, headers, files and redirects are the door's. */
import { existsSync, writeFileSync } from 'node:fs'

const distDir = process.env.NEXT_DIST_DIR ?? '.next'
/** Next writes the folder of its build into this file; only the usual folder stands in ours. */
const tsconfigPath = distDir === '.next' ? 'tsconfig.json' : `${distDir}.tsconfig.json`
if (!existsSync(tsconfigPath)) writeFileSync(tsconfigPath, '{ "extends": "./tsconfig.json" }\n')

/** @type {import('next').NextConfig} */
const config = {
  distDir,
  poweredByHeader: false,
  compress: false,
  generateEtags: false,
  reactStrictMode: true,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  devIndicators: false,
  // Turbopack's usual guess put the styles of sixty components, staff pages' too, into one file that every page loads.
  experimental: { cssChunking: { type: 'graph', requestCost: 100000, weightDistribution: 0.5 } },
  // Types are a gate of their own: npm run check.
  typescript: { ignoreBuildErrors: true, tsconfigPath },
  serverExternalPackages: ['better-sqlite3', 'pg', 'pino', 'drizzle-orm'],
}

export default config
