import type { Config } from 'tailwindcss';

const surface = (name: string) => ({ DEFAULT: `var(--${name})`, foreground: `var(--${name}-foreground)` });
const numbered = (name: string) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n, `var(--${name}-${n})`]));

/** Colours are CSS variables in app/globals.css, one set per theme; this file only names them for Tailwind. */
const config: Config = {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  theme: {
    extend: {
      colors: {
        background: 'var(--background)',
        foreground: 'var(--foreground)',
        card: surface('card'),
        popover: surface('popover'),
        primary: surface('primary'),
        secondary: surface('secondary'),
        muted: surface('muted'),
        accent: surface('accent'),
        destructive: { ...surface('destructive'), text: 'var(--destructive-text)' },
        success: 'var(--success)',
        warning: 'var(--warning)',
        link: 'var(--link)',
        border: 'var(--border)',
        input: 'var(--input)',
        control: 'var(--control)',
        ring: 'var(--ring)',
        sidebar: surface('sidebar'),
        variant: numbered('variant'),
      },
      fontFamily: {
        sans: ['var(--font-geist-sans)', 'ui-sans-serif', 'system-ui', 'sans-serif'],
        mono: ['var(--font-geist-mono)', 'ui-monospace', 'SFMono-Regular', 'monospace'],
      },
      borderRadius: {
        lg: 'var(--radius)',
        md: 'calc(var(--radius) - 2px)',
        sm: 'calc(var(--radius) - 4px)',
      },
    },
  },
};

export default config;
