/** The handbook as a booklet to print: made once for each state of the handbook, kept in the data folder. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '#core/day'
import type { Locale } from '#core/locale'
import { allChapters, allEntries } from '#db/handbook'
import { glossaryOf, lawsOf } from '../handbook.ts'
import { forAMoment } from '../memory.ts'
import type { Runtime } from '../runtime.ts'
import { bytesFromThread } from '../thread.ts'
import type { BookletParts } from './sheet.ts'

export interface Booklet {
  /** For the file's name and the ETag: changes with the handbook. */
  hash: string
  bytes: Buffer
}

const aMinute = 60_000
/** Rises when pages.ts lays the same handbook out anew. */
const layout = 2

/** @returns the booklet; those who ask while it is being made wait for the same one */
export const booklet = (rt: Runtime, locale: Locale): Promise<Booklet> =>
  forAMoment(rt, `booklet ${locale}`, aMinute, async () => {
    const { day, ...parts } = await partsOf(rt, locale)
    const hash = createHash('sha256')
      .update(JSON.stringify({ layout, ...parts }))
      .digest('hex')
      .slice(0, 16)
    const folder = join(rt.environment.dataDir, 'booklets')
    const file = join(folder, `${locale}-${hash}.pdf`)
    if (existsSync(file)) return { hash, bytes: readFileSync(file) }
    const bytes = await bytesFromThread(new URL('./worker.ts', import.meta.url), { day, ...parts })
    mkdirSync(folder, { recursive: true })
    for (const old of readdirSync(folder)) if (old.startsWith(`${locale}-`)) rmSync(join(folder, old))
    // Under its name only when it is whole.
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
    return { hash, bytes }
  })

async function partsOf(rt: Runtime, locale: Locale): Promise<BookletParts> {
  const [chapters, entries, laws, letters] = await Promise.all([
    allChapters(rt.storage.read),
    allEntries(rt.storage.read),
    lawsOf(rt),
    glossaryOf(rt, locale),
  ])
  return {
    locale,
    day: dayOf(rt.clock.now()),
    chapters: chapters
      .map(({ number, name }) => ({ number, name, entries: entries.filter(entry => entry.chapter === number) }))
      .filter(chapter => chapter.entries.length > 0),
    laws: Object.fromEntries([...laws.values()].map(({ code, name }) => [code, name])),
    terms: letters.flatMap(({ terms }) => terms.map(({ name, meaning }) => ({ name, meaning }))),
  }
}
