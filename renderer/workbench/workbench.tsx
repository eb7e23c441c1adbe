import { PanelLeft, X } from 'lucide-react'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { Button, Heading, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { Settings } from '#shared/bridge/contract.ts'
import type { Touch } from '#shared/sync/attribution.ts'
import type { Host } from '../host/host.ts'
import { useStore } from '../host/store.ts'
import { useMessages } from '../messages/messages.tsx'
import { AmendingLawPanel } from '../panels/amending-law/panel.tsx'
import { ChangesPanel } from '../panels/changes/panel.tsx'
import { isOpen } from '../panels/comments/model.ts'
import { CommentsPanel } from '../panels/comments/panel.tsx'
import { ComparisonPanel } from '../panels/comparison/panel.tsx'
import { HistoryPanel } from '../panels/history/panel.tsx'
import { hasClashes, toReview } from '../panels/merge-review/model.ts'
import { MergeReviewPanel } from '../panels/merge-review/panel.tsx'
import { OutlinePanel } from '../panels/outline/panel.tsx'
import { ProblemsPanel } from '../panels/problems/panel.tsx'
import { ReferencesPanel } from '../panels/references/panel.tsx'
import { StatusWords } from '../panels/references/status.tsx'
import { useTime } from '../person/time.ts'
import { DraftBanner } from '../sharing/draft-banner.tsx'
import { nameOf } from '../sharing/model.ts'
import { PeoplePresent } from '../sharing/people-present.tsx'
import { ShareDialog } from '../sharing/share-dialog.tsx'
import { SideBySide } from '../side-by-side/side-by-side.tsx'
import { IconButton, IconToggle } from '../ui/icon-button.tsx'
import { notify } from '../ui/toasts.tsx'
import { ApplyLawDialog } from './apply-law-dialog.tsx'
import type { Bench } from './bench.ts'
import { COMMANDS, isAvailable } from './commands.ts'
import { CommentDialog } from './comment-dialog.tsx'
import { EditorPane } from './editor-pane.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { FindBar } from './find-bar.tsx'
import { GoToDialog } from './go-to-dialog.tsx'
import { ImpactDialog } from './impact-dialog.tsx'
import { InsertReferenceDialog } from './insert-reference-dialog.tsx'
import { isChord, platformOf } from './keys.ts'
import { MenuBar } from './menu-bar.tsx'
import { NameVersionDialog } from './name-version-dialog.tsx'
import { Palette } from './palette.tsx'
import { RenumberDialog } from './renumber-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { createShell, type PanelName, type Shell, type Shown } from './shell.ts'
import { ShortcutsDialog } from './shortcuts-dialog.tsx'
import { StatusBar } from './status-bar.tsx'
import { SuggestDialog } from './suggest-dialog.tsx'
import { SuggestStructureDialog } from './suggest-structure-dialog.tsx'
import { TakeCommentsDialog } from './take-comments-dialog.tsx'
import { UnitBar } from './unit-bar.tsx'
import { useCommentWords } from './use-comment-words.ts'
import { useHowToSuggest } from './use-how-to-suggest.ts'
import { useRoom } from './use-room.ts'

interface WorkbenchProps {
  readonly bench: Bench
  readonly host: Host
  readonly settings: Settings
  readonly onSettings: (settings: Settings) => void
  readonly onLeave: () => void
  readonly onGraph: (document: string) => void
}

export function Workbench(props: WorkbenchProps) {
  const { bench, host, settings, onSettings, onLeave, onGraph } = props
  const { t } = useMessages()
  const shell = useMemo(() => createShell(onLeave, onGraph), [onLeave, onGraph])
  const state = useStore(shell.state)
  // The text is on the page first; panels are drawn behind its frame, at the places kept for them.
  const hasPanels = useDeferredValue(true, false)
  useRoom(shell)
  useKeyboard(bench, shell)
  useEffect(() => bench.setNames((person) => nameOf(person, t)), [bench, t])
  useMergeReview(bench, shell)
  useCommentWords(bench)
  useHowToSuggest(bench, shell)
  useLostText(bench)
  useWriters(bench, state.writers ? 'shown' : 'hidden')
  useEffect(() => bench.showRedline(state.redline ? 'shown' : 'hidden'), [bench, state.redline])
  useEffect(() => {
    document.title = `${bench.summary.title} — Bapta`
  }, [bench])

  return (
    <div className="workbench" data-outline={state.outline} data-panel={state.panel !== 'none'}>
      <header className="top-bar">
        <Button className="button quiet home" onPress={onLeave}>
          {t('library.title')}
        </Button>
        <MenuBar bench={bench} shell={shell} settings={settings} onSettings={onSettings} />
        <Heading level={1} className="act-title" lang={bench.summary.language}>
          {bench.summary.title}
        </Heading>
        <IconToggle
          icon={PanelLeft}
          label={t('command.outline')}
          isSelected={state.outline}
          onChange={() => shell.toggle('outline')}
        />
      </header>
      {state.outline &&
        (hasPanels ? <OutlinePanel bench={bench} /> : <div className="panel outline" />)}
      <main className="text-area">
        <UnitBar bench={bench} shell={shell} />
        {isFinding(state.shown) && !state.sideBySide && (
          <FindBar
            bench={bench}
            replaces={state.shown === 'replace'}
            onClose={() => shell.show('none')}
          />
        )}
        <DraftBanner bench={bench} />
        <PeoplePresent bench={bench} />
        {state.sideBySide ? (
          <SideBySide
            bench={bench}
            onGo={() => shell.toggle('sideBySide')}
            isFinding={isFinding(state.shown)}
            onFound={() => shell.show('none')}
          />
        ) : (
          <div className="scroller-frame">
            <EditorPane bench={bench} shell={shell} />
          </div>
        )}
        <StatusWords />
      </main>
      {state.panel !== 'none' &&
        (hasPanels ? (
          <SidePanel bench={bench} shell={shell} panel={state.panel} />
        ) : (
          <div className="panel side" />
        ))}
      <StatusBar bench={bench} shell={shell} host={host} />
      <Dialogs bench={bench} shell={shell} settings={settings} onSettings={onSettings} />
    </div>
  )
}

/** Shows the review of a merge with conflicts once it is there, and puts the panel away after the last. */
function useMergeReview(bench: Bench, shell: Shell): void {
  const merges = useStore(bench.merges)
  const seen = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const fresh = merges.filter(({ id }) => !seen.current.has(id))
    seen.current = new Set(merges.map(({ id }) => id))
    if (fresh.some(hasClashes)) shell.selectPanel('merge')
    if (merges.length === 0 && shell.state.get().panel === 'merge') shell.selectPanel('changes')
  }, [merges, shell])
}

/** Marks who wrote the words, in the language of the window. */
function useWriters(bench: Bench, shown: 'shown' | 'hidden'): void {
  const { t } = useMessages()
  const time = useTime()
  useEffect(() => {
    const name = ({ person }: Touch) => {
      if (!person) return t('person.unknown')
      return person.name === '' ? t('person.unnamed') : person.name
    }
    const full = (touch: Touch) =>
      touch.at === undefined ? name(touch) : `${name(touch)}, ${time(touch.at)}`
    bench.showWriters(shown === 'shown' ? { name, full } : undefined)
  }, [bench, shown, t, time])
}

/** Says that changes are told from the law in force, where the text of the last time is gone. */
function useLostText(bench: Bench): void {
  const { t } = useMessages()
  const lost = useStore(bench.lostText)
  useEffect(() => {
    if (lost) notify({ tone: 'problem', text: t('changes.textGone') })
  }, [lost, t])
}

interface SidePanelProps {
  readonly bench: Bench
  readonly shell: Shell
  readonly panel: PanelName
}

function SidePanel({ bench, shell, panel }: SidePanelProps) {
  const { t } = useMessages()
  const changes = useStore(bench.filtered).length
  const problems = useStore(bench.problems).length + useStore(bench.conflicts).length
  const open = useStore(bench.threads).filter(isOpen).length
  const merges = useStore(bench.merges)
  const left = toReview(merges, useStore(bench.reviewed))
  return (
    <aside className="panel side" aria-label={t('panel.title')}>
      <Tabs
        className="tabs"
        selectedKey={panel}
        onSelectionChange={(key) => {
          const name = PANELS.find((known) => known === key)
          if (name) shell.selectPanel(name)
        }}
      >
        <div className="tabs-head">
          <TabList className="tab-list" aria-label={t('panel.title')}>
            {merges.length > 0 && (
              <Tab id="merge" className="tab">
                {t('review.tab')} <span className="count">{left}</span>
              </Tab>
            )}
            <Tab id="changes" className="tab">
              {t('changes.title')} <span className="count">{changes}</span>
            </Tab>
            <Tab id="law" className="tab">
              {t('law.tab')}
            </Tab>
            <Tab id="comparison" className="tab">
              {t('comparison.tab')}
            </Tab>
            <Tab id="references" className="tab">
              {t('references.title')}
            </Tab>
            <Tab id="comments" className="tab">
              {t('comments.title')} <span className="count">{open}</span>
            </Tab>
            <Tab id="history" className="tab">
              {t('history.tab')}
            </Tab>
            <Tab id="problems" className="tab">
              {t('problems.title')} <span className="count">{problems}</span>
            </Tab>
          </TabList>
          <IconButton icon={X} label={t('panel.close')} onPress={() => shell.showPanel(panel)} />
        </div>
        <TabPanel id="changes" className="tab-panel">
          <ChangesPanel bench={bench} />
        </TabPanel>
        <TabPanel id="law" className="tab-panel">
          <AmendingLawPanel bench={bench} shell={shell} />
        </TabPanel>
        <TabPanel id="comparison" className="tab-panel">
          <ComparisonPanel bench={bench} />
        </TabPanel>
        <TabPanel id="comments" className="tab-panel">
          <CommentsPanel bench={bench} shell={shell} />
        </TabPanel>
        <TabPanel id="history" className="tab-panel">
          <HistoryPanel bench={bench} shell={shell} />
        </TabPanel>
        <TabPanel id="references" className="tab-panel">
          <ReferencesPanel bench={bench} />
        </TabPanel>
        <TabPanel id="problems" className="tab-panel">
          <ProblemsPanel bench={bench} />
        </TabPanel>
        {merges.length > 0 && (
          <TabPanel id="merge" className="tab-panel">
            <MergeReviewPanel bench={bench} />
          </TabPanel>
        )}
      </Tabs>
    </aside>
  )
}

const PANELS: readonly PanelName[] = [
  'references',
  'changes',
  'law',
  'comparison',
  'comments',
  'history',
  'problems',
  'merge',
]

type DialogsProps = Pick<WorkbenchProps, 'bench' | 'settings' | 'onSettings'> & {
  readonly shell: Shell
}

function Dialogs({ bench, shell, settings, onSettings }: DialogsProps) {
  const { shown } = useStore(shell.state)
  const isPlanned = useStore(bench.planned) !== undefined
  const isSuggesting = useStore(bench.suggesting) !== undefined
  const handleClose = () => shell.show('none')
  if (isPlanned) return <ImpactDialog bench={bench} />
  if (isSuggesting) return <SuggestStructureDialog bench={bench} />
  switch (shown) {
    case 'none':
    case 'find':
    case 'replace':
      return null
    case 'goTo':
      return <GoToDialog bench={bench} onClose={handleClose} />
    case 'comment':
      return <CommentDialog bench={bench} onClose={handleClose} />
    case 'suggest':
      return <SuggestDialog bench={bench} onClose={handleClose} />
    case 'takeComments':
      return <TakeCommentsDialog bench={bench} onClose={handleClose} />
    case 'insertReference':
      return <InsertReferenceDialog bench={bench} onClose={handleClose} />
    case 'renumber':
      return <RenumberDialog bench={bench} onClose={handleClose} />
    case 'palette':
      return <Palette bench={bench} shell={shell} />
    case 'export':
      return <ExportDialog bench={bench} onClose={handleClose} />
    case 'applyLaw':
      return <ApplyLawDialog bench={bench} onClose={handleClose} />
    case 'share':
      return <ShareDialog bench={bench} onClose={handleClose} />
    case 'settings':
      return <SettingsDialog settings={settings} onSettings={onSettings} onClose={handleClose} />
    case 'nameVersion':
      return <NameVersionDialog bench={bench} onClose={handleClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={handleClose} />
  }
}

/** Whether the bar that finds stands over the text, which leaves the rest of the window at work. */
function isFinding(shown: Shown): boolean {
  return shown === 'find' || shown === 'replace'
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** Chords work wherever the focus is, but not under an open dialog; in a field none changes the draft. */
function useKeyboard(bench: Bench, shell: Shell): void {
  useEffect(() => {
    const platform = platformOf(navigator.userAgent)
    const handleKeyDown = (event: KeyboardEvent) => {
      const { shown } = shell.state.get()
      if (shown !== 'none' && !isFinding(shown)) return
      if (bench.planned.get() || bench.suggesting.get()) return
      const command = COMMANDS.find(({ keys }) => keys && isChord(keys, event, platform))
      if (!command || !isAvailable(command, bench)) return
      if (command.edits && isField(event.target)) return
      event.preventDefault()
      event.stopPropagation()
      command.run(bench, shell)
    }
    window.addEventListener('keydown', handleKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', handleKeyDown, { capture: true })
  }, [bench, shell])
}
