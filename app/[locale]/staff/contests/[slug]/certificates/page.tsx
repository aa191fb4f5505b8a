import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { day } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { Pagination } from '#components/pagination'
import { IssueForm, RevokeForm } from '#components/staff/issue-form'
import { Table } from '#components/table'
import { Tag } from '#components/tag'
import { shownNumber } from '#core/certificate/number'
import { said } from '#core/locale'
import { certificatesFor, perPage } from '#services/certificate'
import { contestBySlug } from '#services/contest'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'

interface CertificatesProps {
  params: LocaleParams & Promise<{ slug: string }>
  searchParams: Promise<{ page?: string }>
}

export const generateMetadata = async ({ params }: CertificatesProps): Promise<Metadata> => ({
  title: (await speak(params)).text.certificate.staffTask,
})

/** Issuing certificates once a contest has closed, and revoking one. */
export default async function StaffCertificates({ params, searchParams }: CertificatesProps) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'contests.write', paths.staffCertificates(locale, slug))
  const page = Math.max(1, Math.floor(Number((await searchParams).page) || 1))
  const [contest, found] = await Promise.all([
    contestBySlug(runtime(), slug),
    certificatesFor(runtime(), allowed, slug, page),
  ])
  if (!contest || !found.ok) notFound()
  const words = text.certificate
  const island = { locale, text: plain(words), frame: formTexts(text) }
  const { certificates, total } = found.value
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{said(contest.title, locale)}</Back>
      <h1>{words.staffTask}</h1>
      <p className={styles.lead}>{words.staffLead}</p>
      {contest.phase === 'closed' ? (
        <IssueForm {...island} slug={slug} />
      ) : (
        <Notice>{text.refusal['contest-not-closed']}</Notice>
      )}
      <h2>{words.issuedTitle(total)}</h2>
      {total > 0 && (
        <p>
          <a href={paths.staffExports(locale, slug)}>{words.printAll}</a>
        </p>
      )}
      {total === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table flowing caption={words.issuedTitle(total)} captionSpoken>
          <thead>
            <tr>
              <th scope="col">{words.verifyNumber}</th>
              <th scope="col">{words.holder}</th>
              <th scope="col">{words.level}</th>
              <th scope="col">{words.issuedOn}</th>
              <th scope="col">{words.revoke}</th>
            </tr>
          </thead>
          <tbody>
            {certificates.map(one => (
              <tr key={one.number}>
                <th scope="row" className={styles.place}>
                  <a href={paths.verify(locale, one.number)}>{shownNumber(one.number)}</a>
                </th>
                <td>{one.holder ?? words.holderHidden}</td>
                <td>{said(one.level, locale)}</td>
                <td className={styles.place} data-label={words.issuedOn}>
                  {day(one.issuedAt, locale)}
                </td>
                <td>
                  {one.revokedAt === null ? (
                    <RevokeForm {...island} number={one.number} />
                  ) : (
                    <Tag kind="attention">{words.revoked}</Tag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <Pagination
        label={text.frame.pages}
        previous={
          page > 1 ? { href: paths.staffCertificates(locale, slug, page - 1), label: text.frame.previous } : null
        }
        next={
          page * perPage < total
            ? { href: paths.staffCertificates(locale, slug, page + 1), label: text.frame.next }
            : null
        }
      />
    </div>
  )
}
