import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { ContestList } from '#components/home/contest-list'
import { listContests } from '#services/contest'
import { runtime } from '#services/runtime'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.contests.title,
})

export default async function Contests({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  return (
    <div className="wrap flow">
      <h1>{text.contests.title}</h1>
      <p>{text.contests.lead}</p>
      <ContestList contests={await listContests(runtime())} locale={locale} text={text.contests} full />
    </div>
  )
}
