import { GitCompareArrows, History, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button, Heading } from 'react-aria-components'
import type { VersionSummary } from '#shared/bridge/contract.ts'
import { useStore } from '../../host/store.ts'
import { useMessages } from '../../messages/messages.tsx'
import { SignedBy } from '../../person/signed-by.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { notify } from '../../ui/toasts.tsx'
import type { Bench } from '../../workbench/bench.ts'
import type { Shell } from '../../workbench/shell.ts'
import { CompareDialog } from './compare-dialog.tsx'

interface VersionsProps {
  readonly bench: Bench
  readonly shell: Shell
}

/** The named versions of the draft, the newest first. */
export function Versions({ bench, shell }: VersionsProps) {
  const { t } = useMessages()
  const versions = useStore(bench.versions)
  const [compared, setCompared] = useState<VersionSummary>()
  const handleRestore = async ({ hash, name }: VersionSummary) => {
    const read = await bench.readText(hash)
    if (!read.ok) {
      notify({ tone: 'problem', text: read.problem })
      return
    }
    bench.becomeVersion(read.value, name)
    notify({ tone: 'plain', text: t('versions.restored', { name }) })
  }
  return (
    <section className="panel-section" aria-labelledby="versions-title">
      <Heading level={2} id="versions-title">
        {t('versions.title')}
      </Heading>
      {versions.length === 0 && <p className="panel-empty">{t('versions.none')}</p>}
      <ul className="versions">
        {versions.map((version) => (
          <li key={version.hash} className="version">
            <div className="version-words">
              <p className="version-name">{version.name}</p>
              <SignedBy touches={[version]} />
              {version.state === 'damaged' && (
                <p className="version-damaged">
                  <TriangleAlert size={13} aria-hidden /> {t('versions.damaged')}
                </p>
              )}
            </div>
            {version.state === 'whole' && (
              <>
                <IconButton
                  icon={GitCompareArrows}
                  label={t('versions.compareWith', { name: version.name })}
                  onPress={() => setCompared(version)}
                />
                {bench.readOnly === null && (
                  <IconButton
                    icon={History}
                    label={t('versions.restore', { name: version.name })}
                    onPress={() => void handleRestore(version)}
                  />
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      <Button className="button history-toggle" onPress={() => shell.show('nameVersion')}>
        {t('command.nameVersion')}
      </Button>
      {compared && (
        <CompareDialog bench={bench} from={compared.hash} onClose={() => setCompared(undefined)} />
      )}
    </section>
  )
}
