const chosen = new Map<string, boolean>();

/**
 * Makes the page's two switches work, the buttons `[data-switch=large]` (larger text and targets, of the page and of its widgets) and `[data-switch=dark]`. Choices are
 * kept for the next visit where the browser allows; as long as there is none, `dark` follows the system.
 */
export function followSwitches(): void {
  const root = document.documentElement;
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const isOn = {
    large: () => choiceOf('large') ?? false,
    dark: () => choiceOf('dark') ?? systemDark.matches,
  };
  const buttons = (['large', 'dark'] as const).map((name) => ({ name, button: switchOf(name) }));

  const widgets = document.querySelectorAll('lantu-widget');

  const show = () => {
    root.toggleAttribute('data-large', isOn.large());
    for (const widget of widgets) widget.setAttribute('size', isOn.large() ? 'large' : 'regular');
    root.dataset['theme'] = isOn.dark() ? 'dark' : 'light';
    for (const { name, button } of buttons) button.setAttribute('aria-pressed', String(isOn[name]()));
  };

  for (const { name, button } of buttons) {
    button.addEventListener('click', () => {
      choose(name, !isOn[name]());
      show();
    });
  }
  systemDark.addEventListener('change', show);
  show();
}

function switchOf(name: string): HTMLButtonElement {
  const button = document.querySelector<HTMLButtonElement>(`button[data-switch=${name}]`);
  if (!button) throw new RangeError(`the page has no button[data-switch=${name}]`);
  return button;
}

const storageKey = (name: string) => `lantu-portal.${name}`;

function choiceOf(name: string): boolean | undefined {
  if (chosen.has(name)) return chosen.get(name);
  try {
    const stored = localStorage.getItem(storageKey(name));
    return stored === null ? undefined : stored === 'on';
  } catch {
    return undefined; // a browser set to keep nothing refuses even to be asked
  }
}

function choose(name: string, on: boolean): void {
  chosen.set(name, on);
  try {
    localStorage.setItem(storageKey(name), on ? 'on' : 'off');
  } catch {
    // then the choice lasts as long as the page
  }
}
