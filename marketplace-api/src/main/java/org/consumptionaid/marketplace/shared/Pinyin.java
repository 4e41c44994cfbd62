package org.consumptionaid.marketplace.shared;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Locale;

/** How Chinese text is read, without tones: 党参 is {@code dang shen}, 绿茶 {@code lv cha}. */
public final class Pinyin {
    private Pinyin() {}

    /** The syllables, one space between them; what is not Chinese stays as it is, in lower case. */
    public static String of(String text) {
        return PinyinHelper.toPinyin(text, PinyinStyleEnum.NORMAL)
                .toLowerCase(Locale.ROOT)
                .replace('ü', 'v')
                .strip()
                .replaceAll("\\s+", " ");
    }
}
