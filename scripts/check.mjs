/** `npm run check`: the gates, without any test. */
import process from 'node:process'
import { installIfNeeded } from './install.mjs'

installIfNeeded()
const { run } = await import('./run.mjs')
const { gates } = await import('./stages.mjs')
const failed = gates.filter(gate => {
  console.log(`\n— ${gate.name}`)
  return !run(gate.command)
})
for (const gate of failed) console.error(`✗ ${gate.name}`)
process.exit(failed.length === 0 ? 0 : 1)
