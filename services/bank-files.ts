/** Reads the files in `questions/`: chapters, laws, entries with their questions. Everything wrong is said at once. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { isMap, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Entry } from '#core/bank/entry'
import { draftsOf, type EntryFile, entryFile, entryOf } from '#core/bank/entry-file'
import type { LocalText } from '#core/locale'
import type { QuestionDraft } from '#core/question/question'

export interface BankFiles {
  chapters: { number: number; slug: string; name: LocalText }[]
  laws: { code: string; name: LocalText; inForce: string; until: string | null; read: boolean }[]
  entries: Entry[]
  drafts: QuestionDraft[]
}

export interface FileProblem {
  file: string
  line: number
  message: string
}

const chapterFile = z.array(z.strictObject({ number: z.int(), slug: z.string(), zh: z.string(), en: z.string() }))
const lawFile = z.array(
  z.strictObject({
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    in_force: z.iso.date(),
    until: z.iso.date().optional(),
    text: z.boolean(),
  }),
)

/** @param folder `questions/` @returns the whole bank, or every problem with file and line */
export async function readBankFiles(
  folder: string,
): Promise<{ ok: true; bank: BankFiles } | { ok: false; problems: FileProblem[] }> {
  const reader = fileReader(folder)
  const chapters = (await reader.read('chapters.yaml', chapterFile)) ?? []
  const laws = (await reader.read('laws.yaml', lawFile)) ?? []
  const files: { path: string; entry: EntryFile }[] = []
  for (const path of await entryPaths(folder)) {
    const entry = await reader.read(path, entryFile)
    if (entry) files.push({ path, entry })
  }
  for (const problem of crossProblems(files, laws, chapters)) reader.problems.push(problem)
  if (reader.problems.length > 0) return { ok: false, problems: reader.problems }
  const sorted = files.map(file => file.entry).sort((a, b) => numberOf(a.id) - numberOf(b.id))
  return {
    ok: true,
    bank: {
      chapters: chapters.map(({ number, slug, zh, en }) => ({ number, slug, name: { zh, en } })),
      laws: laws.map(law => ({
        code: law.code,
        name: { zh: law.zh, en: law.en },
        inForce: law.in_force,
        until: law.until ?? null,
        read: law.text,
      })),
      entries: sorted.map(entryOf),
      drafts: sorted.flatMap(draftsOf),
    },
  }
}

/** '5.09' → 509, for sorting. */
const numberOf = (id: string): number => Math.round(Number(id) * 100)

async function entryPaths(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter(item => item.isFile() && item.name.endsWith('.yaml') && item.parentPath !== folder)
    .map(item => relative(folder, join(item.parentPath, item.name)))
    .sort()
}

/** Reads YAML strictly and remembers each problem with the line it stands in. */
function fileReader(folder: string) {
  const problems: FileProblem[] = []
  async function read<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
    const lines = new LineCounter()
    const document = parseDocument(await readFile(join(folder, file), 'utf8'), { lineCounter: lines })
    const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line)
    for (const error of document.errors) problems.push({ file, line: lineAt(error.pos[0]), message: error.message })
    if (document.errors.length > 0) return null
    const parsed = schema.safeParse(document.toJS())
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues)
      problems.push({
        file,
        line: lineAt(offsetOf(document, issue.path)),
        message: `${issue.path.join('.') || 'file'}: ${issue.message}`,
      })
    return null
  }
  return { problems, read }
}

/** Where the node at a path stands; where it is missing, its nearest parent. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range
    if (range) return range[0]
  }
  return isMap(document.contents) ? document.contents.range?.[0] : undefined
}

type LawRecord = z.infer<typeof lawFile>[number]

/** What one file cannot know of itself. */
function crossProblems(
  files: { path: string; entry: EntryFile }[],
  laws: LawRecord[],
  chapters: z.infer<typeof chapterFile>,
): FileProblem[] {
  const problems: FileProblem[] = []
  const ids = new Set<string>()
  const known = new Set(files.map(file => file.entry.id))
  const lawOf = new Map(laws.map(law => [law.code, law]))
  for (const { path, entry } of files) {
    const say = (message: string) => problems.push({ file: path, line: 1, message })
    const chapter = chapters.find(found => found.number === Number(entry.id.split('.')[0]))
    const expected = `${String(chapter?.number).padStart(2, '0')}-${chapter?.slug}/${entry.id}-${entry.slug}.yaml`
    if (path !== expected) say(`the file of entry ${entry.id} ${entry.slug} is ${expected}`)
    for (const id of [entry.id, ...entry.questions.map(question => question.id)]) {
      if (ids.has(id)) say(`${id} is used twice`)
      ids.add(id)
      if (id !== entry.id && !id.startsWith(`${entry.id}-`)) say(`question ${id} does not belong to entry ${entry.id}`)
    }
    for (const related of entry.related) if (!known.has(related)) say(`related entry ${related} does not exist`)
    if (entry.status === 'verify' && entry.questions.length > 0) say('no question may rest on an entry to be verified')
    for (const dated of [...entry.versions, ...entry.questions])
      for (const source of dated.sources) {
        const wrong = sourceProblem(dated, lawOf.get(source.law), source.law)
        if (wrong) say(`${'id' in dated ? dated.id : entry.id}: ${wrong}`)
      }
    entry.versions.slice(1).forEach((version, i) => {
      const before = entry.versions[i]?.valid_to
      if (!before || dayAfter(before) !== version.valid_from)
        say(`versions must follow each other without gap (${before} → ${version.valid_from})`)
    })
  }
  return problems
}

function sourceProblem(
  dated: { valid_from: string; valid_to?: string | null | undefined },
  law: LawRecord | undefined,
  code: string,
): string | null {
  if (!law) return `law ${code} is not in laws.yaml`
  if (dated.valid_from < law.in_force)
    return `valid_from ${dated.valid_from} lies before ${code} came into force on ${law.in_force}`
  if (law.until && (!dated.valid_to || dated.valid_to > law.until))
    return `valid_to must be ${law.until} or earlier: then ${code} ends`
  return null
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
