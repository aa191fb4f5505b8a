import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { Back } from '#components/back'
import { entryAddress } from '#core/bank/entry'
import { said } from '#core/locale'
import { chaptersOf, glossaryOf } from '#services/handbook'
import { runtime } from '#services/runtime'
import styles from './glossary.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.handbook.glossary,
})

export default async function Glossary({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const words = text.handbook
  const [letters, chapters] = await Promise.all([glossaryOf(runtime(), locale), chaptersOf(runtime())])
  const entries = new Map(chapters.flatMap(chapter => chapter.entries.map(entry => [entry.id, entry] as const)))
  return (
    <div className={`wrap ${styles.page}`}>
      <div className="flow">
        <Back href={paths.handbook(locale)}>{words.title}</Back>
        <h1>{words.glossary}</h1>
        <p>{words.glossaryLead}</p>
      </div>
      <nav className={styles.letters} aria-label={words.glossary}>
        {letters.map(({ letter }) => (
          <a key={letter} href={`#letter-${letter}`}>
            {letter}
          </a>
        ))}
      </nav>
      {letters.map(({ letter, terms }) => (
        <section key={letter} className={styles.group}>
          <h2 id={`letter-${letter}`}>{letter}</h2>
          <dl>
            {terms.map(({ slug, name, meaning, entries: ids }) => (
              <div key={slug} id={slug} className={styles.term}>
                <dt>
                  {said(name, locale)}{' '}
                  <span lang={locale === 'zh' ? 'en' : 'zh-CN'}>{said(name, locale === 'zh' ? 'en' : 'zh')}</span>
                </dt>
                <dd>
                  {said(meaning, locale)}
                  {ids.map(id => {
                    const entry = entries.get(id)
                    return entry ? (
                      <a key={id} href={paths.entry(locale, entryAddress(entry))}>
                        <span className="spoken">{words.more} </span>
                        {said(entry.title, locale)}
                      </a>
                    ) : null
                  })}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
