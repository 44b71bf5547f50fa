import type { JSX } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];
const key = 'fathom-theme';

/** A page opened from disk may have no storage; then the choice lasts as long as the page. */
const remembered = (): Theme => {
  try {
    return themes.find((theme) => theme === localStorage.getItem(key)) ?? 'auto';
  } catch {
    return 'auto';
  }
};

const remember = (theme: Theme): boolean => {
  try {
    localStorage.setItem(key, theme);
    return true;
  } catch {
    return false;
  }
};

export const ThemeSwitch = (): JSX.Element => {
  const [theme, setTheme] = useState(remembered);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
    remember(theme);
  }, [theme]);
  return (
    <label class="theme">
      <span class="only-read">Colours</span>
      <select value={theme} onChange={(event) => setTheme(themes.find((known) => known === event.currentTarget.value) ?? 'auto')}>
        <option value="auto">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
};
