import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { CommentField } from '../panels/comments/comment-field.tsx'
import { useWho } from '../person/person.tsx'
import { ModalDialog } from '../ui/modal-dialog.tsx'
import { notify } from '../ui/toasts.tsx'
import type { Bench } from './bench.ts'

interface CommentDialogProps {
  readonly bench: Bench
  readonly onClose: () => void
}

/** Says something of the words that are selected, or of the unit at the caret. */
export function CommentDialog({ bench, onClose }: CommentDialogProps) {
  const { t } = useMessages()
  const who = useWho()
  const [subject] = useState(bench.commentSubject)
  const handleSubmit = (words: string) =>
    who.named(() => {
      const done = subject && bench.comment(subject, words)
      if (done?.ok === false) notify({ tone: 'problem', text: done.problem })
      else onClose()
    })
  return (
    <ModalDialog title={t('comments.write')} closeLabel={t('common.close')} onClose={onClose}>
      <div className="dialog-form">
        {subject === undefined ? (
          <p>{t('comments.nowhere')}</p>
        ) : (
          <>
            <p className="comment-place">{subject.place}</p>
            {subject.quote !== '' && (
              <blockquote className="thread-quote" lang={bench.summary.language}>
                {subject.quote}
              </blockquote>
            )}
            <CommentField
              label={t('comments.words')}
              submitLabel={t('comments.send')}
              people={bench.knownPeople()}
              onSubmit={handleSubmit}
              onCancel={onClose}
            />
          </>
        )}
      </div>
    </ModalDialog>
  )
}
