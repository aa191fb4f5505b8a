import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { time } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { Table, tableStyles } from '#components/table'
import { runtime } from '#services/runtime'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.account.outboxTitle,
})

/** Codes that would have been sent. Only in development and local trials. */
export default async function OutboxPage({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const { outbox } = runtime()
  if (!outbox) notFound()
  const words = text.account
  const messages = outbox.recent()
  return (
    <div className="wrap flow">
      <h1>{words.outboxTitle}</h1>
      <Notice kind="attention">{words.outboxLead}</Notice>
      {messages.length === 0 ? (
        <p>{words.outboxEmpty}</p>
      ) : (
        <Table caption={words.outboxTitle} captionSpoken>
          <thead>
            <tr>
              <th scope="col">{words.outboxPhone}</th>
              <th scope="col">{words.outboxCode}</th>
              <th scope="col" className={tableStyles.number}>
                {words.outboxAt}
              </th>
            </tr>
          </thead>
          <tbody>
            {messages.map(({ phone, code, sentAt }) => (
              <tr key={`${phone} ${sentAt}`}>
                <td>{phone}</td>
                <td>
                  <strong className="figures">{code}</strong>
                </td>
                <td className={tableStyles.number}>{time(sentAt)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <p>
        <ButtonLink href={paths.outbox(locale)}>{words.refresh}</ButtonLink>
      </p>
    </div>
  )
}
