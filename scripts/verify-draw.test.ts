/** Two programs that share no code with the product, nor with each other, agree with it, and neither lets a changed byte pass. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { commitmentOf, drawFrom } from '#core/prize/draw'
import { smallDraw } from '#core/prize/draw.fixture'
import { checkDrawFile, drawFileText } from '#core/prize/draw-file'
import { verify } from './verify-draw.mjs'

const folder = mkdtempSync(join(tmpdir(), 'ip-contest-draw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const { frozen, secret, salts, phones } = smallDraw()
const drawn = drawFrom(frozen, secret, '03 08 11 19 24 30 07', '2027-05-02T09:00+08:00')
const text = drawFileText({ frozen, drawn })
const file = join(folder, 'draw.json')
writeFileSync(file, text)

const run = (command: string, script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, [join(import.meta.dirname, script), ...args], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  })
  return { status, stdout, stderr }
}
/** A machine that has only npm and git runs what it can. */
const hasPython = spawnSync('python3', ['--version']).status === 0
const verifiers = [
  ['Node', true, (...args: string[]) => run(process.execPath, 'verify-draw.mjs', ...args)],
  ['Python', hasPython, (...args: string[]) => run('python3', 'verify_draw.py', ...args)],
] as const

describe.each(verifiers.filter(([, isThere]) => isThere))('The verifier in %s', (_language, _isThere, verifier) => {
  it('finds the same winners', () => {
    const { status, stdout, stderr } = verifier(file)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(stdout.trimEnd().split('\n').slice(-3)).toEqual(drawn.winners)
  })

  it('takes a draw that is frozen and not drawn yet', () => {
    const early = join(folder, 'frozen.json')
    writeFileSync(early, drawFileText({ frozen, drawn: null }))
    expect(verifier(early, '--commitment', commitmentOf(frozen)).status).toBe(0)
  })

  it('proves that one is on the list, and that another is not', () => {
    const mine = ['--salt', salts[1] as string, '--phone', phones[1] as string]
    expect(verifier(file, ...mine).status).toBe(0)
    expect(verifier(file, '--salt', salts[1] as string, '--phone', phones[2] as string).status).toBe(1)
  })

  it.each([
    ['another commitment than was noted', ['--commitment', 'ab'.repeat(32)], text],
    ['a list made anew without somebody', [], drawFileText({ frozen: withoutOne(), drawn })],
    ['other winners', [], drawFileText({ frozen, drawn: { ...drawn, winners: drawn.alternates } })],
    ['another secret', [], drawFileText({ frozen, drawn: drawFrom(frozen, 'ff'.repeat(32), '1234', drawn.drawnAt) })],
    ['no draw at all', [], '{}\n'],
    ['a byte order mark', [], `\uFEFF${text}`],
  ])('refuses %s', (_what, args, content) => {
    const other = join(folder, 'other.json')
    writeFileSync(other, content)
    expect(verifier(other, ...args).status).toBe(1)
  })
})

function withoutOne() {
  return { ...frozen, groups: frozen.groups.map(group => ({ ...group, people: group.people.slice(1) })) }
}

describe('A published file of which one byte was changed', () => {
  const bytes = Buffer.from(text)
  const flips = [0x01, 0x20, 0x80]
  const changed = (at: number, flip: number): Buffer => {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] as number) ^ flip
    return copy
  }

  it('is refused by the verifier in Node, whichever byte it is', () => {
    const passed: number[] = []
    for (let at = 0; at < bytes.length; at++)
      for (const flip of flips)
        try {
          verify(changed(at, flip))
          passed.push(at)
        } catch {}
    expect(passed).toEqual([])
    expect(() => verify(bytes)).not.toThrow()
  })

  it.skipIf(!hasPython)('is refused by the verifier in Python, whichever byte it is', () => {
    const script = `
import sys, io, contextlib, types, tempfile
sys.path.insert(0, ${JSON.stringify(import.meta.dirname)})
import verify_draw
raw = open(${JSON.stringify(file)}, 'rb').read()
name = ${JSON.stringify(join(folder, 'flipped.json'))}
def holds(data):
    open(name, 'wb').write(data)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            verify_draw.verify(types.SimpleNamespace(file=name, commitment=None, salt=None, phone=None))
        return True
    except (verify_draw.Mismatch, ValueError, KeyError, TypeError, AttributeError):
        return False
assert holds(raw)
passed = [at for at in range(len(raw)) for flip in (1, 32, 128) if holds(raw[:at] + bytes([raw[at] ^ flip]) + raw[at + 1:])]
print(len(raw), passed)
`
    const { stdout, stderr } = spawnSync('python3', ['-B', '-c', script], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout.trim()).toBe(`${bytes.length} []`)
  })

  it('is refused by the check in the browser, whichever byte it is', () => {
    const passed: number[] = []
    for (let at = 0; at < bytes.length; at++)
      for (const flip of flips) if (checkDrawFile(changed(at, flip).toString('utf8')).failed === null) passed.push(at)
    expect(passed).toEqual([])
  })
})
