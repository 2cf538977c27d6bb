package io.fulfillmenthub.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Usual other spellings of regions: traditional abbreviations, former codes and, for Japan, the prefectures' own script. */
final class RegionAliases {

    /** Code or name, then its other spellings, already in {@link RegionResolver#plain} form. */
    private static final Map<String, String> SPELLINGS = Map.of(
            "US",
            """
            al=ala|ak=alas|az=ariz|ar=ark|ca=calif,cal|co=colo|ct=conn|de=del|fl=fla|ga=geo|hi=haw
            id=ida|il=ill,ills|in=ind|ks=kan,kans|ky=ken|ma=mass|mi=mich|mn=minn|ms=miss
            mt=mont|ne=neb,nebr|nv=nev|nh=n h|nj=n j|nm=n m,n mex,new mex|ny=n y,new york state
            nc=n c,n car,no carolina|nd=n d,n dak,no dakota|ok=okla|or=ore,oreg|pa=penn,penna|pr=p r
            ri=r i|sc=s c,s car,so carolina|sd=s d,s dak,so dakota|tn=tenn|tx=tex|vt=verm|va=virg
            wa=wash,washington state|wv=w v,w va|wi=wis,wisc|wy=wyo
            dc=d c,washington dc,washington d c,dist of columbia|vi=us virgin islands,u s virgin islands,v i
            mp=northern marianas|ae=armed forces ae|ap=armed forces ap|aa=armed forces aa""",
            "CA",
            """
            qc=pq,que|nl=nf,nfld,newfoundland|yt=yk,yukon territory,yukon|bc=b c|nb=n b|ns=n s
            pe=pei,p e i|on=ont|sk=sask|ab=alta|mb=man|nt=nwt,n w t""",
            "AU",
            "nsw=n s w|qld=q l d|vic=v i c|act=a c t|wa=w a|sa=s a|nt=n t",
            "MX",
            """
            cmx=df,cdmx,d f,distrito federal,mexico city,ciudad de mexico|dif=df,cdmx,d f,ciudad de mexico
            mex=estado de mexico,edo de mexico,edo mex""",
            "JP",
            """
            01=hokkaido,北海道|02=aomori,青森|03=iwate,岩手|04=miyagi,宮城|05=akita,秋田|06=yamagata,山形
            07=fukushima,福島|08=ibaraki,茨城|09=tochigi,栃木|10=gunma,群馬|11=saitama,埼玉|12=chiba,千葉
            13=tokyo,東京|14=kanagawa,神奈川|15=niigata,新潟|16=toyama,富山|17=ishikawa,石川|18=fukui,福井
            19=yamanashi,山梨|20=nagano,長野|21=gifu,岐阜|22=shizuoka,静岡|23=aichi,愛知|24=mie,三重
            25=shiga,滋賀|26=kyoto,京都|27=osaka,大阪|28=hyogo,兵庫|29=nara,奈良|30=wakayama,和歌山
            31=tottori,鳥取|32=shimane,島根|33=okayama,岡山|34=hiroshima,広島|35=yamaguchi,山口
            36=tokushima,徳島|37=kagawa,香川|38=ehime,愛媛|39=kochi,高知|40=fukuoka,福岡|41=saga,佐賀
            42=nagasaki,長崎|43=kumamoto,熊本|44=oita,大分|45=miyazaki,宮崎|46=kagoshima,鹿児島
            47=okinawa,沖縄""");

    private final Map<String, Map<String, List<String>>> groups = new HashMap<>();

    RegionAliases() {
        SPELLINGS.forEach((country, text) -> {
            Map<String, List<String>> byName = groups.computeIfAbsent(country, unused -> new HashMap<>());
            Arrays.stream(text.split("[|\n]")).forEach(entry -> read(entry, byName));
        });
    }

    /** @return every other spelling of the region that the text means, its code first; empty when the text is not known */
    List<String> of(String country, String plain) {
        Map<String, List<String>> byName = groups.getOrDefault(country, Map.of());
        String name = "JP".equals(country) && !byName.containsKey(plain) ? prefecture(plain) : plain;
        return byName.getOrDefault(name, List.of());
    }

    private static void read(String entry, Map<String, List<String>> byName) {
        String[] parts = entry.strip().split("=");
        List<String> names = new ArrayList<>(List.of(parts[0]));
        names.addAll(Arrays.asList(parts[1].split(",")));
        names.forEach(name ->
                byName.computeIfAbsent(name, unused -> new ArrayList<>()).addAll(names));
    }

    private static String prefecture(String plain) {
        String bare = plain.replaceFirst("^jp ", "").replaceFirst(" (prefecture|pref|ken|to|fu|do)$", "");
        return bare.endsWith("都") || bare.endsWith("府") || bare.endsWith("県")
                ? bare.substring(0, bare.length() - 1)
                : bare;
    }
}
