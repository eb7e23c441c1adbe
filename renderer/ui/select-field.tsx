import { ChevronDown } from 'lucide-react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components'

export interface SelectChoice<K extends string> {
  readonly key: K
  readonly words: string
  /** How many things the choice leads to. */
  readonly count?: number
}

interface SelectFieldProps<K extends string> {
  readonly label: string
  readonly choices: readonly SelectChoice<K>[]
  readonly chosen: K
  readonly isDisabled?: boolean
  /** The label stands beside the choice, as in a row of tools. */
  readonly isRow?: boolean
  readonly onChoose: (key: K) => void
}

/** One of some choices, with its label. */
export function SelectField<K extends string>({
  label,
  choices,
  chosen,
  isDisabled = false,
  isRow = false,
  onChoose,
}: SelectFieldProps<K>) {
  return (
    <Select
      className={isRow ? 'select row' : 'select'}
      value={chosen}
      isDisabled={isDisabled}
      onChange={(key) => {
        const choice = choices.find((one) => one.key === key)
        if (choice) onChoose(choice.key)
      }}
    >
      <Label>{label}</Label>
      <Button className="button select-button">
        <SelectValue className="select-value" />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu">
          {choices.map(({ key, words, count }) => (
            <ListBoxItem key={key} id={key} className="menu-item" textValue={words}>
              {words}
              {count !== undefined && <span className="count">{count}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
