/** Reads the files in `questions/`: chapters, laws, entries with their questions. Everything wrong is said at once. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { isMap, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Entry } from '#core/bank/entry'
import { draftsOf, type EntryFile, entryFile, entryOf } from '#core/bank/entry-file'
import type { LocalText } from '#core/locale'
import type { QuestionDraft, Source } from '#core/question/question'

/** A term of the glossary. */
export interface Term {
  slug: string
  name: LocalText
  meaning: LocalText
  entries: string[]
}

export interface BankFiles {
  chapters: { number: number; slug: string; name: LocalText }[]
  laws: { code: string; name: LocalText; inForce: string; until: string | null; read: boolean }[]
  entries: Entry[]
  drafts: QuestionDraft[]
  terms: Term[]
  /** Where an entry or question stands, by its id. */
  places: Map<string, { file: string; line: number }>
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

const glossaryFile = z.array(
  z.strictObject({
    slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    zh: z.string().trim().min(1),
    en: z.string().trim().min(1),
    meaning: z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) }),
    entries: z.array(z.string()),
  }),
)

/** @param folder `questions/` @returns the whole bank, or every problem with file and line */
export async function readBankFiles(
  folder: string,
): Promise<{ ok: true; bank: BankFiles } | { ok: false; problems: FileProblem[] }> {
  const reader = fileReader(folder)
  const chapters = (await reader.read('chapters.yaml', chapterFile)) ?? []
  const laws = (await reader.read('laws.yaml', lawFile)) ?? []
  const glossary = (await reader.read('glossary.yaml', glossaryFile)) ?? []
  const files: EntryAt[] = []
  const paths = await entryPaths(folder)
  for (const path of paths) {
    const entry = await reader.read(path, entryFile)
    if (entry) files.push({ path, entry, lineOf: reader.linesOf(path) })
  }
  // By file name too: an entry with a fault of its own is there for those who refer to it.
  const known = new Set([...files.map(({ entry }) => entry.id), ...paths.map(idIn)])
  reader.problems.push(...crossProblems(files, known, laws, chapters))
  reader.problems.push(...glossaryProblems(glossary, known, reader.linesOf('glossary.yaml')))
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
      terms: glossary.map(({ zh, en, ...term }) => ({ ...term, name: { zh, en } })),
      places: placesOf(files),
    },
  }
}

/** A file's entry, and the line of a path in it. */
interface EntryAt {
  path: string
  entry: EntryFile
  lineOf: (path: PropertyKey[]) => number
}

const placesOf = (files: EntryAt[]): BankFiles['places'] =>
  new Map(
    files.flatMap(({ path: file, entry, lineOf }) => [
      [entry.id, { file, line: 1 }] as const,
      ...entry.questions.map(({ id }, i) => [id, { file, line: lineOf(['questions', i]) }] as const),
    ]),
  )

/** '05-trademarks/5.09-opposition.yaml' → '5.09' */
const idIn = (path: string): string => /(\d{1,2}\.\d{2})-[^/]*$/.exec(path)?.[1] ?? ''

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
  const documents = new Map<string, { document: ReturnType<typeof parseDocument>; lines: LineCounter }>()
  async function read<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
    const lines = new LineCounter()
    const document = parseDocument(await readFile(join(folder, file), 'utf8'), { lineCounter: lines })
    documents.set(file, { document, lines })
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
  const linesOf = (file: string) => (path: PropertyKey[]) => {
    const { document, lines } = documents.get(file) ?? {}
    const offset = document && offsetOf(document, path)
    return offset === undefined || !lines ? 1 : lines.linePos(offset).line
  }
  return { problems, read, linesOf }
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
  files: EntryAt[],
  known: ReadonlySet<string>,
  laws: LawRecord[],
  chapters: z.infer<typeof chapterFile>,
): FileProblem[] {
  const problems: FileProblem[] = []
  const ids = new Set<string>()
  const slugs = new Set<string>()
  const lawOf = new Map(laws.map(law => [law.code, law]))
  for (const { path, entry, lineOf } of files) {
    const say = (at: PropertyKey[], message: string) => problems.push({ file: path, line: lineOf(at), message })
    const chapter = chapters.find(found => found.number === Number(entry.id.split('.')[0]))
    const expected = `${String(chapter?.number).padStart(2, '0')}-${chapter?.slug}/${entry.id}-${entry.slug}.yaml`
    if (path !== expected) say(['id'], `the file of entry ${entry.id} ${entry.slug} is ${expected}`)
    const named = [{ id: entry.id, at: ['id'] }, ...entry.questions.map(({ id }, i) => ({ id, at: ['questions', i] }))]
    if (slugs.has(entry.slug)) say(['slug'], `the slug ${entry.slug} is used twice: choose another one`)
    slugs.add(entry.slug)
    for (const { id, at } of named) {
      if (ids.has(id)) say(at, `${id} is used twice`)
      ids.add(id)
      if (id !== entry.id && !id.startsWith(`${entry.id}-`))
        say(at, `question ${id} does not belong to entry ${entry.id}`)
    }
    for (const related of entry.related)
      if (!known.has(related)) say(['related'], `related entry ${related} does not exist`)
    if (entry.status === 'verify' && entry.questions.length > 0)
      say(['questions'], 'no question may rest on an entry to be verified')
    const dated = [
      ...entry.versions.map((item, i) => ({ item, name: entry.id, at: ['versions', i] })),
      ...entry.questions.map((item, i) => ({ item, name: item.id, at: ['questions', i] })),
    ]
    for (const { item, name, at } of dated)
      item.sources.forEach((source, i) => {
        const wrong = sourceProblem(item, source, lawOf.get(source.law), entry.status)
        if (wrong) say([...at, 'sources', i], `${name}: ${wrong}`)
      })
    entry.versions.slice(1).forEach((version, i) => {
      const before = entry.versions[i]?.valid_to
      if (!before || dayAfter(before) !== version.valid_from)
        say(['versions', i + 1], `versions must follow each other without gap (${before} → ${version.valid_from})`)
    })
  }
  return problems
}

function sourceProblem(
  dated: { valid_from: string; valid_to?: string | null | undefined },
  { law: code, article, anchors }: Source,
  law: LawRecord | undefined,
  status: Entry['status'],
): string | null {
  if (!law) return `law ${code} is not in laws.yaml`
  if (status === 'verified' && !law.text)
    return `nobody has read ${code}: rest on a law with text: true, or set status: verify`
  if (status === 'verified' && anchors.length === 0)
    return `Article ${article} of ${code} has no anchor: add a figure or term that stands in it to the letter`
  if (dated.valid_from < law.in_force)
    return `valid_from ${dated.valid_from} lies before ${code} came into force on ${law.in_force}`
  if (law.until && (!dated.valid_to || dated.valid_to > law.until))
    return `valid_to must be ${law.until} or earlier: then ${code} ends`
  return null
}

function glossaryProblems(
  glossary: z.infer<typeof glossaryFile>,
  known: ReadonlySet<string>,
  lineOf: EntryAt['lineOf'],
): FileProblem[] {
  const slugs = new Set<string>()
  const problems: FileProblem[] = []
  glossary.forEach(({ slug, entries }, i) => {
    const say = (message: string) => problems.push({ file: 'glossary.yaml', line: lineOf([i]), message })
    if (slugs.has(slug)) say(`${slug} is used twice`)
    slugs.add(slug)
    for (const id of entries) if (!known.has(id)) say(`entry ${id} does not exist`)
  })
  return problems
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
