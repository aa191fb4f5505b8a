/**
 * `npm run lock`: adds to the lock file the optional builds for other platforms that a registry mirror did not list.
 * Without them `npm ci` ends with "Missing: … from lock file", on every platform.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.mjs'

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'arm']

for (const place of Object.keys(lock.packages)) {
  const optional = lock.packages[place].optionalDependencies || {}
  for (const name of Object.keys(optional)) {
    const entry = `node_modules/${name}`
    if (!lock.packages[entry] && !lock.packages[`${place}/${entry}`])
      lock.packages[entry] = absent(name, optional[name])
  }
}
const names = Object.keys(lock.packages).sort()
lock.packages = Object.fromEntries(names.map(name => [name, lock.packages[name]]))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)

/** The platform stands in the name: '@next/swc-darwin-arm64'. */
function absent(name, version) {
  const parts = name.replace(/^.*\//, '').split('-')
  const os = systems.filter(system => parts.includes(system))
  const cpu = processors.filter(processor => parts.includes(processor)).slice(0, 1)
  if (os.length === 0) throw new Error(`For which platform is ${name}? Install it once by hand.`)
  const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : []
  return Object.assign({ version, optional: true, os }, cpu.length > 0 ? { cpu } : {}, libc.length > 0 ? { libc } : {})
}
