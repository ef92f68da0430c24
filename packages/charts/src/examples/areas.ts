import type { LocalizedText } from '@lantu/spec';

/** The seven prefectures of Xizang by code. */
export const PREFECTURES: Readonly<Record<string, LocalizedText>> = {
  '5401': { 'zh-CN': '拉萨市', bo: 'ལྷ་ས་གྲོང་ཁྱེར།', en: 'Lhasa' },
  '5402': { 'zh-CN': '日喀则市', bo: 'གཞིས་ཀ་རྩེ་གྲོང་ཁྱེར།', en: 'Xigazê' },
  '5403': { 'zh-CN': '昌都市', bo: 'ཆབ་མདོ་གྲོང་ཁྱེར།', en: 'Qamdo' },
  '5404': { 'zh-CN': '林芝市', bo: 'ཉིང་ཁྲི་གྲོང་ཁྱེར།', en: 'Nyingchi' },
  '5405': { 'zh-CN': '山南市', bo: 'ལྷོ་ཁ་གྲོང་ཁྱེར།', en: 'Shannan' },
  '5406': { 'zh-CN': '那曲市', bo: 'ནག་ཆུ་གྲོང་ཁྱེར།', en: 'Nagqu' },
  '5425': { 'zh-CN': '阿里地区', bo: 'མངའ་རིས་ས་ཁུལ།', en: 'Ngari Prefecture' },
};

export const PREFECTURE: LocalizedText = { 'zh-CN': '地区', bo: 'ས་ཁུལ།', en: 'Prefecture' };
