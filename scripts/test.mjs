/** `npm test`: installs what is missing, then every gate and every test in turn. Plain JavaScript for an old Node. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import process from 'node:process'
import { installIfNeeded, root } from './install.mjs'

installIfNeeded()
const { run } = await import('./run.mjs')
const { gates, journeys, suites } = await import('./stages.mjs')
const { findOrInstallChromium } = await import('./chromium.mjs')

const counts = []
const failures = []
const count = (name, passed, failed) => counts.push({ name, passed, failed })
const say = name => console.log(`\n— ${name}`)

mkdirSync(join(root, 'test-results'), { recursive: true })
for (const { name, command } of gates) gate(name, () => run(command))
for (const stage of suites) suite(stage)
if (gate('构建 Build', () => run(['node', 'scripts/build.mjs']))) await browse()
conclude()

function gate(name, work) {
  say(name)
  const ok = work()
  count(name, ok ? 1 : 0, ok ? 0 : 1)
  return ok
}

/** Counts what vitest reports; a run that broke down before its tests is one failure more. */
function suite({ name, project }, env) {
  say(name)
  const file = join(root, 'test-results', `${project}.json`)
  // A run that breaks down writes none: an older one must not speak for it.
  rmSync(file, { force: true })
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const ok = run(['vitest', 'run', '--project', project, ...report], env)
  const seen = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = seen
  count(name, numPassedTests, !ok && numFailedTests === 0 ? 1 : numFailedTests)
  failures.push(...testResults.flatMap(one => failed(name, one)))
}

/** What failed in one file, with its reason; a file that broke down before its tests is named itself. */
function failed(suite, { name: path, status, message, assertionResults }) {
  const tests = assertionResults.filter(one => one.status === 'failed')
  const at = `${suite} › ${relative(root, path)}`
  if (tests.length === 0) return status === 'failed' ? [`${at}\n${message}`] : []
  return tests.map(({ fullName, failureMessages }) => `${at} › ${fullName}\n${inOurFiles(failureMessages)}`)
}

/** Without the lines of stacks that are not ours. */
function inOurFiles(messages) {
  const lines = messages.join('\n').split('\n')
  return lines.filter(line => !/^\s+at .*(node_modules|node:internal|new Promise)/.test(line)).join('\n')
}

async function browse() {
  const chromium = await findOrInstallChromium()
  if (chromium) suite(journeys, { CHROMIUM: chromium })
  else gate(`${journeys.name}: 没有 Chromium no Chromium`, () => false)
}

function conclude() {
  // Again at the very end: of a long record often only the last lines are kept.
  for (const failure of failures) console.log(`\n✗ ${failure.slice(0, 2000)}`)
  console.log('')
  for (const { name, passed, failed } of counts)
    console.log(`${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed`)
  const sum = key => counts.reduce((total, one) => total + one[key], 0)
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
  process.exit(sum('failed') === 0 ? 0 : 1)
}
