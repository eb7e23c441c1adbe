import type { LucideIcon } from 'lucide-react'
import { Button, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'

interface IconButtonProps {
  readonly icon: LucideIcon
  readonly label: string
  readonly shortcut?: string | undefined
  readonly isDisabled?: boolean
  readonly className?: string
  readonly onPress?: () => void
}

/** A button that shows a picture and says its name to screen readers and in a tooltip. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, shortcut, className = '', ...button } = props
  return (
    <TooltipTrigger delay={500}>
      <Button {...button} aria-label={label} className={`icon-button ${className}`}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      <Hint label={label} shortcut={shortcut} />
    </TooltipTrigger>
  )
}

interface IconToggleProps extends Omit<IconButtonProps, 'onPress'> {
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

/** An {@link IconButton} that stays pressed. */
export function IconToggle(props: IconToggleProps) {
  const { icon: Icon, label, shortcut, className = '', ...button } = props
  return (
    <TooltipTrigger delay={500}>
      <ToggleButton {...button} aria-label={label} className={`icon-button ${className}`}>
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </ToggleButton>
      <Hint label={label} shortcut={shortcut} />
    </TooltipTrigger>
  )
}

function Hint(props: { label: string; shortcut: string | undefined }) {
  return (
    <Tooltip className="tooltip" offset={6}>
      {props.label}
      {props.shortcut && <kbd>{props.shortcut}</kbd>}
    </Tooltip>
  )
}
