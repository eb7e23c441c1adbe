import { useEffect, useRef, useState } from 'react'
import type { Bridge, Input } from '#shared/bridge/contract.ts'
import { useMessages } from '../messages/messages.tsx'
import { notify } from '../ui/toasts.tsx'
import { download } from './download.ts'
import { exportFile } from './export-file.ts'
import { useSettings } from './settings.tsx'

interface ExportProgress {
  readonly done: number
  readonly total: number
}

interface Exporting {
  /** How far the file under way is; undefined: there is none. */
  readonly progress: ExportProgress | undefined
  /**
   * Writes a file as soon as `saved` has come, a PDF as the settings have it. Whether it was written and given to the drafter; what
   * went wrong was told.
   */
  run(saved: Promise<void>, asked: Input<'exportDocument'>): Promise<boolean>
  stop(): void
}

/** One export at a time; it ends with the part of the window that asked for it. */
export function useExport(bridge: Bridge): Exporting {
  const { t } = useMessages()
  const { settings } = useSettings()
  const [progress, setProgress] = useState<ExportProgress>()
  const underWay = useRef<AbortController>(undefined)
  const stop = () => underWay.current?.abort()
  useEffect(() => () => underWay.current?.abort(), [])
  return {
    progress,
    stop,
    async run(saved, asked) {
      stop()
      const cancel = new AbortController()
      underWay.current = cancel
      setProgress({ done: 0, total: 0 })
      await saved
      const onProgress = (done: number, total: number) => setProgress({ done, total })
      const wanted = asked.format === 'pdf' ? { ...asked, standard: settings.pdf } : asked
      const written = await exportFile(bridge, wanted, { signal: cancel.signal, onProgress })
      setProgress(undefined)
      if (!written) return false
      if (!written.ok) {
        notify({ tone: 'problem', text: written.problem })
        return false
      }
      download(written.value)
      notify({ tone: 'plain', text: t('export.done', { name: written.value.name }) })
      return true
    },
  }
}
