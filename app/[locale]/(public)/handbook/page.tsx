import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { plain } from '#app/plain'
import { Contents } from '#components/handbook/contents'
import { SearchBox } from '#components/handbook/search-box'
import { chaptersOf } from '#services/handbook'
import { runtime } from '#services/runtime'
import styles from './handbook.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.handbook.title,
})

export default async function Handbook({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const words = text.handbook
  const chapters = await chaptersOf(runtime())
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <div className="flow">
        <h1>{words.title}</h1>
        <p>{chapters.length > 0 ? words.lead : words.none}</p>
        <SearchBox locale={locale} words={plain(words)} />
        <p className={styles.more}>
          <a href={paths.glossary(locale)}>{words.glossary}</a>
          <a href={paths.booklet(locale)}>{words.booklet}</a>
        </p>
      </div>
      <Contents chapters={chapters} locale={locale} words={words} />
      <p className={styles.note}>
        {words.notAdvice} {words.licence}
      </p>
    </div>
  )
}
