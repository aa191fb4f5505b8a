/** Why an answer is right: the key, the law and the handbook's entry. For the result and for practising only. */
import { entryAddress } from '#core/bank/entry'
import { type Locale, said } from '#core/locale'
import type { WireSource } from '#core/wire'
import { entryTitles } from '#db/handbook'
import { explanationsFor } from '#db/key'
import { lawsOf } from './handbook.ts'
import { everFixed, forAMoment } from './memory.ts'
import { facesFor } from './paper.ts'
import type { Runtime } from './runtime.ts'

export interface Explained {
  /** Right options as a bit set over the face's options. */
  right: number
  explanation: string
  sources: WireSource[]
  entry: { address: string; title: string } | null
}

/**
 * What is said of a revision is put together once a minute: results of one contest say the same over and over.
 * @returns what explains each revision (and maybe others), by its id; a revision without a key is a bug and throws
 */
export async function explained(
  rt: Runtime,
  revisions: readonly number[],
  locale: Locale,
): Promise<ReadonlyMap<number, Explained>> {
  const known = await forAMoment(rt, `explained ${locale}`, 60_000, async () => new Map<number, Explained>())
  const missing = revisions.filter(revision => !known.has(revision))
  if (missing.length > 0) for (const [id, value] of await explain(rt, missing, locale)) known.set(id, value)
  return known
}

async function explain(rt: Runtime, revisions: readonly number[], locale: Locale): Promise<Map<number, Explained>> {
  const [faces, keys, titles, laws] = await Promise.all([
    facesFor(rt, revisions),
    everFixed(rt, 'explanations', revisions, async missing =>
      (await explanationsFor(rt.storage.read, missing)).map(key => [key.revisionId, key] as const),
    ),
    titlesOf(rt),
    lawsOf(rt),
  ])
  return new Map(
    revisions.map(revision => {
      const key = keys.get(revision)
      if (!key) throw new Error(`Revision ${revision} has no key`)
      const entryId = faces.get(revision)?.entryId
      const entry = entryId ? titles.get(entryId) : undefined
      return [
        revision,
        {
          right: key.right,
          explanation: said(key.explanation, locale),
          sources: key.sources.map(source => {
            const law = laws.get(source.law)
            return { law: source.law, article: source.article, name: law ? said(law.name, locale) : source.law }
          }),
          entry: entry ? { address: entryAddress(entry), title: said(entry.title, locale) } : null,
        },
      ]
    }),
  )
}

const titlesOf = (rt: Runtime) =>
  forAMoment(
    rt,
    'entry titles',
    60_000,
    async () => new Map((await entryTitles(rt.storage.read)).map(entry => [entry.id, entry])),
  )
