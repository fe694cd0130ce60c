'use client';
import { useState, useSyncExternalStore } from 'react';
import { Choice } from './choice';
import { MenuChoice } from './menu';
import { chooseTheme, currentTheme, type Theme } from './theme';

const options = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

const never = () => () => {};

function useTheme(): [Theme, (theme: Theme) => void] {
  const kept = useSyncExternalStore<Theme>(never, currentTheme, () => 'auto');
  const [chosen, setChosen] = useState<Theme | null>(null);
  return [
    chosen ?? kept,
    (theme) => {
      chooseTheme(theme);
      setChosen(theme);
    },
  ];
}

/** Light, dark or as the system, for the settings page. */
export function ThemeChoice() {
  const [theme, choose] = useTheme();
  return <Choice legend="Appearance" value={theme} options={options} onChange={choose} />;
}

/** The same as rows of a menu. */
export function ThemeMenuChoice() {
  const [theme, choose] = useTheme();
  return <MenuChoice label="Appearance" value={theme} options={options} onChange={choose} />;
}
