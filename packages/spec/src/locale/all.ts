import './zh-CN.ts';
import './bo.ts';
import './en.ts';
