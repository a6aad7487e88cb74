import { monaco } from './editor/monaco';

const key = 'policylang.theme';
const system = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark, as the system has it until somebody chooses. */
export function followTheme(button: HTMLElement): void {
  const isDark = (): boolean => (stored() ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const apply = (): void => {
    document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
    button.setAttribute('aria-pressed', String(isDark()));
    monaco.editor.setTheme(isDark() ? 'policy-dark' : 'policy-light');
  };
  system.addEventListener('change', apply);
  button.addEventListener('click', () => {
    try {
      localStorage.setItem(key, isDark() ? 'light' : 'dark');
    } catch {
      // A browser that keeps nothing shows the system's colours.
    }

    apply();
  });
  apply();
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
