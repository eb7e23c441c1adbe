import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

interface SegmentsProps<K extends string> {
  readonly label: string
  readonly choices: readonly { readonly key: K; readonly words: string }[]
  readonly chosen: K
  readonly onChoose: (key: K) => void
}

/** One of two or three views, all in sight. */
export function Segments<K extends string>({ label, choices, chosen, onChoose }: SegmentsProps<K>) {
  return (
    <ToggleButtonGroup
      className="segments-row"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const choice = choices.find(({ key }) => keys.has(key))
        if (choice) onChoose(choice.key)
      }}
    >
      {choices.map(({ key, words }) => (
        <ToggleButton key={key} id={key} className="segment">
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
