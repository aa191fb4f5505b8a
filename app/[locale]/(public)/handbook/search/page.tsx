import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { plain } from '#app/plain'
import { Back } from '#components/back'
import { Contents } from '#components/handbook/contents'
import { SearchBox } from '#components/handbook/search-box'
import { chaptersOf } from '#services/handbook'
import { searchHandbook } from '#services/handbook-search'
import { runtime } from '#services/runtime'

interface SearchProps {
  params: LocaleParams
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async ({ params }: SearchProps): Promise<Metadata> => ({
  title: (await speak(params)).text.handbook.search,
  robots: { index: false },
})

/** The results of an address; from here on the box answers by itself. */
export default async function Search({ params, searchParams }: SearchProps) {
  const { locale, text } = await speak(params)
  const query = [(await searchParams).q].flat()[0]?.slice(0, 10_000) ?? ''
  const answer = query.trim() === '' ? null : await searchHandbook(runtime(), query, locale)
  return (
    <div className="wrap flow">
      <Back href={paths.handbook(locale)}>{text.handbook.title}</Back>
      <h1>{text.handbook.search}</h1>
      <SearchBox labelSpoken query={query} answer={answer} locale={locale} words={plain(text.handbook)} />
      <Contents chapters={await chaptersOf(runtime())} locale={locale} words={text.handbook} />
    </div>
  )
}
