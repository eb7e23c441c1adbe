import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { isLanguage } from '#shared/schema/act.ts'
import { profileFor, profilesIn } from '#shared/tradition/profiles.ts'
import { useMessages } from '../messages/messages.tsx'
import type { ReadUnder } from './imports.ts'

const LANGUAGES = ['ru', 'kk', 'en'] as const

interface ReadAsProps {
  /** What the text was read under. */
  readonly profile: ReadUnder
  readonly onReadAs: (wish: ReadUnder) => void
}

/** Says in what language and as what sort of act a text was read, and lets it be read as another. */
export function ReadAs({ profile, onReadAs }: ReadAsProps) {
  const { t } = useMessages()
  const sorts = LANGUAGES.flatMap((language) => profilesIn(language))
  const name = profileFor(profile).name
  const handleAction = (key: string) => {
    const [language = '', tradition = '', id = ''] = key.split(' ')
    if (isLanguage(language)) onReadAs({ language, tradition, profile: id })
  }
  return (
    <MenuTrigger>
      <Button
        className="button quiet"
        aria-label={t('import.readAs', { language: t(`language.${profile.language}`), name })}
      >
        {t(`language.${profile.language}`)} · {name}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t('import.readAgain')}
          disabledKeys={[keyOf(profile)]}
          onAction={(key) => handleAction(String(key))}
        >
          {sorts.map(({ language, tradition, id, name: sort }) => (
            <MenuItem
              key={keyOf({ language, tradition, profile: id })}
              id={keyOf({ language, tradition, profile: id })}
              className="menu-item"
            >
              {`${t(`language.${language}`)} · ${sort}`}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function keyOf({ language, tradition, profile }: ReadUnder): string {
  return `${language} ${tradition} ${profile}`
}
