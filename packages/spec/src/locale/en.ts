import { enMessages } from './en.messages.ts';
import { enRules } from './en.rules.ts';
import { registerLanguage } from './formatter.ts';

registerLanguage('en', { rules: enRules, messages: enMessages });
