import { X } from 'lucide-react'
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import type { Saying } from '#shared/base/problem.ts'
import { useMessages } from '../messages/messages.tsx'
import { IconButton } from './icon-button.tsx'

export interface Notice {
  readonly tone: 'plain' | 'problem'
  /** A problem is told in the language of the window. */
  readonly text: string | Saying
  readonly action?: { readonly label: string; readonly run: () => void }
}

const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 })

/** Milliseconds a notice stays: React Aria's floor for a person to read and reach a button in it. */
const SHOWN_FOR = 8000

/** Shows a short message; problems stay until they are dismissed. */
export function notify(notice: Notice): void {
  queue.add(notice, notice.tone === 'plain' ? { timeout: SHOWN_FOR } : {})
}

export function Toasts(props: { label: string; closeLabel: string }) {
  const { say } = useMessages()
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={props.label}>
      {({ toast }) => {
        const { tone, text, action } = toast.content
        const handleAction = () => {
          action?.run()
          queue.close(toast.key)
        }
        return (
          <Toast toast={toast} className="toast" data-tone={tone}>
            <ToastContent className="toast-content">
              <Text slot="title">{typeof text === 'string' ? text : say(text)}</Text>
            </ToastContent>
            {action && (
              <Button className="button quiet" onPress={handleAction}>
                {action.label}
              </Button>
            )}
            <IconButton icon={X} label={props.closeLabel} onPress={() => queue.close(toast.key)} />
          </Toast>
        )
      }}
    </ToastRegion>
  )
}
