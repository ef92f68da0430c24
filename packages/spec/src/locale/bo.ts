import { boMessages } from './bo.messages.ts';
import { boRules } from './bo.rules.ts';
import { registerLanguage } from './formatter.ts';

registerLanguage('bo', { rules: boRules, messages: boMessages });
