#include "base/text.hpp"
#include "exchange/headers.hpp"

#include <array>

namespace dudao::exchange {

namespace {

/// A field and its names, with | between them. The first is the one that messages show.
struct Entry {
    std::string_view field;
    std::string_view names;
};

constexpr std::array stores{
    Entry{"code",
          "门店编号|门店编码|门店代码|门店代号|门店号|门店ID|店铺编号|店铺编码|店铺代码|"
          "店铺ID|店编号|店编码|店代码|店号|店ID|商铺编号|网点编号|网点编码|网点代码|机构编号|"
          "机构编码|机构代码|组织编码|单位编号|单位编码|单位代码|受检单位编号|编号|编码|代码|"
          "门市编号|門店編號|門店編碼|門店代碼|門店代號|門店號|門市編號|門市代號|門市代碼|"
          "門市店號|店鋪編號|店鋪代號|店舖編號|店編號|店代號|店號|分店編號|據點代號|單位編號|"
          "單位代號|單位代碼|編號|代號|代碼|code|store code|store no|store number|store id|"
          "storenum|shop code|shop no|shop number|shop id|outlet code|outlet id|branch code|"
          "site code|site id|unit|unit code|unit id|location id|location code|id"},
    Entry{"name",
          "门店名称|门店名|店铺名称|店铺名|门店|店铺|店名|分店名称|网点名称|机构名称|单位名称|"
          "受检单位|单位|名称|简称|門店名稱|門店名|門市名稱|門市名|門市|店鋪名稱|店舖名稱|"
          "店鋪名|分店名稱|據點名稱|單位名稱|單位|名稱|簡稱|name|store name|store|shop name|"
          "shop|outlet name|outlet|branch name|site name|unit name|location name|display name|"
          "title"},
    Entry{"kind", "单位类型|机构类型|组织类型|單位類型|機構類型|組織類型|kind|unit type|unit kind"},
    Entry{"parent",
          "上级编号|上级编码|上级代码|上级|上级单位|上级机构|所属单位|所属机构|所属公司|"
          "所属分公司|分公司|所属组织|所属区域|区域|大区|片区|战区|管理区域|营运区|上級編號|"
          "上級代號|上級|上級單位|所屬單位|所屬分公司|所屬區域|區域|大區|營運區|督導區|parent|"
          "parent code|parent unit|region|area|zone name|division|company"},
    Entry{
        "province",
        "省份|省|所在省|省/直辖市|省市自治区|所在省份|省級|province|state/province|province name"},
    Entry{"city",
          "城市|市|所在城市|地市|地级市|城市名称|縣市|所在縣市|縣市別|城市名稱|city|city name"},
    Entry{"district",
          "区县|区/县|所在区县|行政区|县区|區縣|鄉鎮市區|鄉鎮區|行政區|所在區|district|county"},
    Entry{"address",
          "地址|详细地址|门店地址|店铺地址|店址|营业地址|经营地址|具体地址|通讯地址|詳細地址|"
          "門店地址|門市地址|店鋪地址|營業地址|地點|address|street address|store address|"
          "full address|address line|addr"},
    Entry{"postcode",
          "邮编|邮政编码|邮递区号|郵編|郵遞區號|郵政編碼|postcode|postal code|zip|zipcode"},
    Entry{"lat", "纬度|緯度|lat|latitude|y坐标|y座標"},
    Entry{"lon", "经度|經度|lon|lng|long|longitude|x坐标|x座標"},
    Entry{"datum", "坐标系|坐标类型|座標系|datum|crs|coordinate system"},
    Entry{"opened_on",
          "开业日期|开业时间|开店日期|开店时间|开业日|开张日期|营业日期|開業日期|開業時間|"
          "開店日期|開店日|開幕日|開幕日期|opened on|opened|opening date|open date|"
          "date opened|opened at|start date"},
    Entry{"status",
          "状态|门店状态|营业状态|经营状态|店铺状态|門店狀態|營業狀態|門市狀態|狀態|status|"
          "store status|unit status"},
    Entry{"ownership",
          "经营模式|经营方式|经营类型|经营性质|门店性质|店铺性质|加盟类型|直营/加盟|所有制|"
          "經營模式|經營型態|經營方式|經營性質|門市型態|門店性質|加盟類型|直營/加盟|ownership|"
          "ownership type|ownership model|business model|owned/franchise"},
    Entry{"head",
          "店长|店长工号|店长编号|负责人|负责人工号|门店负责人|店经理|门店经理|值班经理|"
          "店長|店長工號|店長編號|負責人|門市負責人|門店負責人|店經理|門市經理|head|"
          "head code|store manager|shop manager|manager|unit head|person in charge"},
    Entry{"supervisor",
          "督导|督导工号|督导编号|督导员|区域督导|区域经理|区经理|片区经理|巡店督导|运营督导|"
          "督導|督導工號|督導編號|區督導|區域督導|區顧問|區經理|區域經理|擔當|supervisor|"
          "supervisor code|area manager|district manager|field consultant|area supervisor|"
          "field manager"},
    Entry{"franchisee",
          "加盟商|加盟商编号|加盟商名称|加盟主|加盟人|被特许人|加盟商編號|加盟商名稱|加盟者|"
          "franchisee|franchisee code|franchisee name|licensee"},
    Entry{"phone",
          "电话|联系电话|门店电话|店铺电话|手机|手机号|手机号码|联系方式|固话|座机|電話|"
          "聯絡電話|聯繫電話|門市電話|門店電話|店鋪電話|手機|手機號碼|聯絡方式|phone|"
          "phone number|telephone|tel|mobile|contact phone|contact number|store phone"},
    Entry{"zone", "时区|時區|timezone|tz|zone"},
    Entry{"tags", "标签|分组|门店标签|标记|標籤|分組|群組|tags|tag|labels|label|groups"},
};

constexpr std::array people{
    Entry{
        "code",
        "工号|员工编号|员工编码|员工工号|员工号|人员编号|人员编码|人员代码|编号|编码|账号|用户名|"
        "工號|員工編號|員工代號|員工號|員編|人員編號|人員代號|編號|代號|帳號|"
        "code|person code|employee code|employee id|employee no|employee number|staff id|staff no|"
        "staff code|user|username|user id|login|id"},
    Entry{"name",
          "姓名|名字|人员姓名|员工姓名|真实姓名|中文名|人員姓名|員工姓名|中文姓名|name|"
          "full name|employee name|staff name|person|display name"},
    Entry{"roles",
          "角色|权限|岗位|职位|职务|角色权限|人员角色|權限|崗位|職位|職務|職稱|roles|role|"
          "position|job title|title"},
    Entry{"unit",
          "单位|所属|所属单位|所属门店|门店|门店编号|部门|所属部门|所属组织|机构|区域|所属区域|"
          "單位|所屬|所屬單位|所屬門市|所屬門店|門市|門市代號|門店|門店編號|部門|所屬部門|機構|"
          "區域|unit|unit code|store|store code|department|organisation|organization|org|"
          "region|area"},
    Entry{"phone",
          "电话|手机|手机号|手机号码|联系电话|联系方式|電話|手機|手機號碼|聯絡電話|聯絡方式|"
          "phone|phone number|mobile|mobile number|telephone|tel"},
    Entry{"email",
          "邮箱|电子邮箱|电子邮件|邮件|邮件地址|郵箱|電子郵箱|電子郵件|電郵|信箱|email|"
          "email address|mail"},
};

constexpr std::array answers{
    Entry{"unit",
          "门店编号|门店编码|门店代码|门店|店号|店编号|店铺编号|单位编号|单位编码|受检单位|"
          "受检单位编号|单位|被检门店|門店編號|門市編號|門市代號|門市|門店|店號|店編號|店代號|"
          "單位編號|單位代號|受檢單位|單位|unit|unit code|store|store code|store id|store no|"
          "shop|shop code|outlet|outlet code"},
    Entry{"at",
          "巡检时间|巡店时间|检查时间|检查日期|巡检日期|巡店日期|督导时间|督导日期|稽核时间|"
          "到店时间|时间|日期|巡檢時間|巡店時間|檢查時間|檢查日期|巡檢日期|稽核時間|稽核日期|"
          "督導時間|督導日期|到店時間|時間|at|date|time|datetime|timestamp|inspected at|"
          "inspection date|inspection time|visited at|visit date|visit time"},
    Entry{"inspector",
          "督导|督导工号|督导编号|督导员|检查人|检查人工号|检查员|巡检人|巡检人工号|巡检员|"
          "巡店人|稽核人|工号|督導|督導工號|督導編號|檢查人|檢查人員|檢查員|巡檢人|巡檢員|"
          "巡店人員|稽核人員|稽核員|工號|inspector|inspector code|supervisor|supervisor code|"
          "auditor|visited by|inspected by|checked by"},
    Entry{"ref",
          "单号|巡检单号|检查单号|巡店单号|单据编号|单据号|参考号|單號|巡檢單號|檢查單號|"
          "巡店單號|稽核單號|單據編號|單據號|參考號|ref|reference|reference no|inspection id|"
          "inspection no|visit id|visit no"},
    Entry{"checklist",
          "检查表|检查表编号|检查表编码|巡检表|巡店表|巡检模板|模板|表单|检查表代码|檢查表|"
          "檢查表編號|檢核表|檢核表編號|檢核表代號|巡檢表|範本|表單|checklist|checklist code|"
          "checklist id|form|template"},
    Entry{"kind",
          "巡检类型|巡店类型|检查类型|督导类型|巡检方式|检查方式|类型|巡檢類型|巡店類型|"
          "檢查類型|督導類型|稽核類型|巡檢方式|類型|kind|visit kind|visit type|"
          "inspection kind|inspection type|type"},
    Entry{"profile", "巡检范围|检查范围|方案|巡檢範圍|檢查範圍|profile|scope"},
    Entry{"item",
          "检查项|检查项编号|检查项编码|检查项目|项目|项目编号|项目编码|条款|条款编号|题号|"
          "检查点|检查内容编号|檢查項|檢查項編號|檢查項目|檢核項目|檢核項目編號|項目|項目編號|"
          "項目代號|條款|條款編號|題號|檢查點|item|item id|item code|item no|question|"
          "question id|check|check id|criterion"},
    Entry{"answer",
          "结果|检查结果|巡检结果|答案|判定|结论|是否合格|符合情况|結果|檢查結果|檢核結果|"
          "巡檢結果|結論|符合情況|評核結果|answer|result|response|outcome|finding"},
    Entry{"value",
          "数值|实测值|测量值|读数|测量结果|數值|實測值|測量值|讀數|測量結果|value|reading|"
          "measurement|measured|measured value"},
    Entry{"remark",
          "备注|说明|问题描述|问题说明|描述|现场情况|情况说明|评语|備註|備注|說明|問題描述|"
          "問題說明|現場情況|情況說明|評語|remark|remarks|note|notes|comment|comments|"
          "description"},
    Entry{"evidence",
          "照片|现场照片|证据|取证|附件|照片文件|現場照片|佐證|佐證照片|證據|evidence|photo|photos|"
          "picture|pictures|file|files|attachment|attachments"},
};

/// Of sheets with a row an item, as checklists are kept in before they become one of ours.
constexpr std::array items{
    Entry{"section",
          "分区|章节|类别|分类|大类|模块|项目类别|检查类别|检查模块|維度|维度|分區|章節|類別|"
          "分類|大類|模組|項目類別|檢查類別|section|category|group|area|chapter"},
    Entry{"id",
          "编号|序号|项目编号|条款号|条款|题号|编码|代码|編號|序號|項目編號|條款號|題號|id|no|"
          "number|code|item id|item no"},
    Entry{"text",
          "检查项|检查项目|检查内容|检查标准|项目|内容|检查要求|考核项目|考核内容|评分项|"
          "檢查項|檢查項目|檢查內容|檢查標準|項目|內容|考核項目|評分項|檢核項目|item|text|"
          "question|check|criterion|what to check|requirement"},
    Entry{"type", "题型|类型|答题方式|題型|類型|答題方式|type|kind|answer type"},
    Entry{"points",
          "分值|分数|标准分|满分|分值（分）|分數|標準分|滿分|points|score|max score|mark"},
    Entry{"critical",
          "关键项|否决项|一票否决|红线|红线项|是否关键|是否否决|關鍵項|否決項|一票否決|紅線|"
          "critical|knockout|knock-out|veto|red line"},
    Entry{"class", "项目级别|级别|重要度|項目級別|級別|重要度|class|importance|severity"},
    Entry{"method", "检查方法|检查方式|核查方式|檢查方法|檢查方式|method|how"},
    Entry{"guidance",
          "检查要点|检查说明|评分标准|评分说明|扣分标准|判定标准|说明|备注|檢查要點|評分標準|"
          "扣分標準|判定標準|說明|備註|guidance|hint|instructions|scoring|note|notes"},
    Entry{"reference", "依据|制度依据|标准依据|依據|reference|standard|rule"},
    Entry{"required", "必填|是否必填|必查|required|mandatory"},
    Entry{"evidence", "拍照要求|取证要求|是否拍照|拍照|取證要求|evidence|photo|picture"},
    Entry{"unit", "单位|计量单位|單位|計量單位|unit"},
    Entry{"min", "下限|最小值|合格下限|min|minimum|from"},
    Entry{"max", "上限|最大值|合格上限|max|maximum|to"},
    Entry{"options", "选项|答案选项|選項|答案選項|options|choices|answers"},
    Entry{"deduct", "每处扣分|单次扣分|每處扣分|deduct|deduction|per defect"},
    Entry{"department", "责任部门|负责部门|責任部門|department|owner"},
    Entry{"days", "整改期限|整改天数|期限|整改期限（天）|days|due days"},
};

HeaderDictionary read(std::span<const Entry> entries) {
    HeaderDictionary dictionary;
    for (const auto& [field, names] : entries) {
        dictionary.push_back({std::string{field}, split_list(names, "|")});
    }
    return dictionary;
}

}  // namespace

HeaderDictionary store_headers() {
    return read(stores);
}

HeaderDictionary person_headers() {
    return read(people);
}

HeaderDictionary answer_headers() {
    return read(answers);
}

HeaderDictionary item_headers() {
    return read(items);
}

}  // namespace dudao::exchange
