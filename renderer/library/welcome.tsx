import { Button, Heading } from 'react-aria-components'
import type { DocumentSummary } from '#shared/bridge/contract.ts'
import type { Language } from '#shared/schema/act.ts'
import { useMessages } from '../messages/messages.tsx'

interface WelcomeProps {
  readonly documents: readonly DocumentSummary[]
  readonly language: Language
  readonly onOpen: (document: string) => void
}

/** What Bapta does, shown rather than told, until the library holds a text of the drafter's own. */
export function Welcome({ documents, language, onOpen }: WelcomeProps) {
  const { t } = useMessages()
  const sample = documents.find((document) => document.language === language) ?? documents[0]
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <div className="welcome-words">
        <Heading level={2} id="welcome-title">
          {t('welcome.title')}
        </Heading>
        <p>{t('welcome.lead')}</p>
        <ol className="welcome-steps">
          <li>{t('welcome.edit')}</li>
          <li>{t('welcome.see')}</li>
          <li>{t('welcome.export')}</li>
        </ol>
        {sample && (
          <Button className="button primary" onPress={() => onOpen(sample.id)}>
            {t('welcome.openSample')}
          </Button>
        )}
      </div>
      <figure className="specimen" lang={language}>
        <p className="specimen-article">{t('welcome.specimenArticle')}</p>
        <p className="specimen-text">
          {t('welcome.specimenBefore')}{' '}
          <del className="redline-deleted">{t('welcome.specimenOld')}</del>{' '}
          <ins className="redline-inserted">{t('welcome.specimenNew')}</ins>{' '}
          {t('welcome.specimenAfter')}
        </p>
        <figcaption>{t('welcome.specimenCaption')}</figcaption>
      </figure>
    </section>
  )
}
